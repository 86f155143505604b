export { type ReportFormat, reportFormats, writeReport } from './documents/write-report.ts';
export { scaffoldDocument } from './own/scaffold.ts';
export { type Paper, papers } from './pdf/paper.ts';
export type { FigureDefinition } from './workbook/definition.ts';
export * from './workbook/write-workbook.ts';
