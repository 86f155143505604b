export * from './catalogue.ts';
export * from './cells.ts';
export * from './design.ts';
export * from './design-file.ts';
export type { PublishedRate } from './outcomes.ts';
export type { NotAvailable } from './plan-tables.ts';
