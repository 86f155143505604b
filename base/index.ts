export * from './config.ts';
export * from './dates.ts';
export * from './errors.ts';
export * from './exit-status.ts';
export * from './locale.ts';
export * from './messages/index.ts';
export * from './numbers.ts';
export * from './workspace.ts';
