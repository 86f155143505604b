export * from './dot-plot.ts';
export * from './frame.ts';
export * from './heat-map.ts';
export * from './incidence-curve.ts';
export * from './sparkline.ts';
export * from './stacked-bar.ts';
export * from './tile-map.ts';
export * from './trend.ts';
