export * from './catalogue.ts';
export * from './cells.ts';
export type { PublishedRate } from './outcomes.ts';
