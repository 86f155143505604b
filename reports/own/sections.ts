import { agencies } from '../sections/agencies.ts';
import { clocks } from '../sections/clocks.ts';
import type { Context, Section } from '../sections/context.ts';
import { localGovernments } from '../sections/local-governments.ts';
import { ministries } from '../sections/ministries.ts';
import { people } from '../sections/people.ts';
import { places } from '../sections/places.ts';
import { quality } from '../sections/quality.ts';
import { questions } from '../sections/questions.ts';
import { rating } from '../sections/rating.ts';
import { reasons } from '../sections/reasons.ts';
import { states } from '../sections/states.ts';
import { topics } from '../sections/topics.ts';
import { volume } from '../sections/volume.ts';

/** The sections that a document of one's own can name. */
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
};
