export * from './landing-zone.ts';
export * from './session.ts';
