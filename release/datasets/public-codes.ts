import {
  formatPeriod,
  languages,
  type MessageKey,
  message,
  parsePeriod,
} from '../../base/index.ts';
import { parseCsv } from '../../disclosure/index.ts';
import type { OpenedPublic, PublicStructureFile } from '../public/read-public.ts';
import type { PublicNaming } from './public-dataset.ts';
import type { Code, CodeList, MeasureDefinition, Words } from './types.ts';

type Design = PublicStructureFile['tables'][number];

/** The code lists of a public table: the codes that it shows of each dimension, and those of its other columns. */
export function codeListsOf(
  { structure, text }: Pick<OpenedPublic, 'text'> & { structure: PublicStructureFile },
  design: Design,
  measures: readonly MeasureDefinition[],
  names: PublicNaming,
): CodeList[] {
  const labels = new Map(
    parseCsv(text('labels.csv'))
      .slice(1)
      .map(([dimension, code, id = '', en = '']) => [`${dimension} ${code}`, { id, en }]),
  );
  return [
    {
      name: 'measure',
      title: words('export.public.measure'),
      codes: measures.map(({ code, label }) => codeOf(code, label)),
    },
    ...design.dimensions.map((name): CodeList => {
      const parents = parentsOf(structure, name);
      const codes = shownCodes(structure, design, name);
      return {
        name,
        title: names('dimension', name) ?? { id: name, en: name },
        codes: codes.map((code) => ({
          ...codeOf(
            code,
            periodOf(code) ?? labels.get(`${name} ${code}`) ?? { id: code, en: code },
          ),
          parent: parents.get(code)?.find((one) => codes.includes(one)) ?? null,
        })),
      };
    }),
    told('unit_measure', 'reports.workbook.column.unit', {
      reports: 'export.public.unit.reports',
      percent: 'export.public.unit.percent',
      working_days: 'export.public.unit.working_days',
    }),
    told('obs_status', 'reports.workbook.column.status', {
      A: 'disclosure.note.status-a',
      Q: 'disclosure.note.status-q',
      M: 'disclosure.note.status-m',
      U: 'disclosure.note.status-u',
    }),
    told('conf_status', 'export.public.conf', { C: 'export.public.conf-c' }),
  ];
}

/**
 * `structure.json` of one table, in the form of the public folder's: its dimensions with the sums between their codes,
 * and what its shares are made of.
 */
export function structureOf(
  structure: PublicStructureFile,
  design: Design,
  measures: readonly string[],
): string {
  const dimensions = structure.dimensions.filter(({ name }) => design.dimensions.includes(name));
  const shares = structure.shares?.filter(({ measure }) => measures.includes(measure)) ?? [];
  const own = {
    dimensions,
    tables: [{ ...design, file: 'data.csv' }],
    ...(shares.length > 0 ? { shares } : {}),
  };
  return `${JSON.stringify(own, null, 2)}\n`;
}

function shownCodes(structure: PublicStructureFile, design: Design, name: string): string[] {
  const all = structure.dimensions.find((one) => one.name === name)?.codes ?? [];
  return [...(design.codes?.[name] ?? all)];
}

/** The sums that a code is part of, the closest first: those of the fewest parts. */
function parentsOf({ dimensions }: PublicStructureFile, name: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const relations = dimensions.find((one) => one.name === name)?.relations ?? [];
  for (const { parent, children } of [...relations].sort(
    (a, b) => a.children.length - b.children.length,
  )) {
    for (const code of children) found.set(code, [...(found.get(code) ?? []), parent]);
  }
  return found;
}

function periodOf(code: string): Words | undefined {
  if (!parsePeriod(code)) return undefined;
  const [id, en] = languages.map((lang) => formatPeriod(code, lang)) as [string, string];
  return { id, en };
}

function words(key: MessageKey): Words {
  const [id, en] = languages.map((lang) => message(lang, key)) as [string, string];
  return { id, en };
}

function told(name: string, title: MessageKey, codes: Record<string, MessageKey>): CodeList {
  return {
    name,
    title: words(title),
    codes: Object.entries(codes).map(([code, key]) => codeOf(code, words(key))),
  };
}

function codeOf(code: string, { id, en }: Words): Code {
  return { code, label_id: id, label_en: en };
}
