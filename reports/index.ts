export * from './documents/write-report.ts';
