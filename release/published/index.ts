export * from './catalogue.ts';
export * from './cells.ts';
export * from './design.ts';
export * from './design-file.ts';
