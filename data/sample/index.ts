export { type PlantedEffect, plantedEffects } from './effects.ts';
export { makeSample, type SampleOptions, type SampleProgress } from './make-sample.ts';
export { type PersonalNeedles, personalNeedles } from './people.ts';
export { measureTruth, type TruthFigures, truthMarkdown, withDefaultWorld } from './truth.ts';
