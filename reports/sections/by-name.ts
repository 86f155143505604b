import { agencies } from './agencies.ts';
import { clocks } from './clocks.ts';
import type { Context, Section } from './context.ts';
import { localGovernments } from './local-governments.ts';
import { ministries } from './ministries.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { quality } from './quality.ts';
import { questions } from './questions.ts';
import { rating } from './rating.ts';
import { reasons } from './reasons.ts';
import { revisions } from './revisions.ts';
import { states } from './states.ts';
import { topics } from './topics.ts';
import { volume } from './volume.ts';

/** The sections that documents name, those of one's own too. */
export const sectionNames = [
  'volume',
  'clocks',
  'states',
  'people',
  'places',
  'topics',
  'reasons',
  'agencies',
  'rating',
  'quality',
  'ministries',
  'local_governments',
  'questions',
  'revisions',
] as const;
export type SectionName = (typeof sectionNames)[number];

export const sectionsByName: Record<SectionName, (context: Context) => Section> = {
  volume,
  clocks,
  states,
  people,
  places,
  topics,
  reasons,
  agencies,
  rating,
  quality,
  ministries,
  local_governments: localGovernments,
  questions,
  revisions,
};
