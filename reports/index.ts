export { documentNames, writeReport } from './documents/write-report.ts';
export type { FigureDefinition } from './workbook/definition.ts';
export * from './workbook/write-workbook.ts';
