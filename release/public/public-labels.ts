import { type Lang, type MessageKey, message } from '../../base/index.ts';
import { csvLine, type Structure } from '../../disclosure/index.ts';
import type { MetricsCatalogue } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { knownLabels } from '../labels.ts';
import { outcomeName } from '../published/outcomes.ts';

/** What a published dimension's codes are called by the warehouse, by what stands before their colon. */
const namesakes: Record<string, readonly string[]> = {
  region: ['province', 'regency'],
  category: ['category'],
  sector: ['sector'],
  agency: ['agency'],
  type: ['agency_type'],
  age_band: ['age_band', 'age_group'],
  coordinator: ['coordinator', 'agency'],
};

/** `labels.csv`: a row for every code of the structures, in both languages. */
export async function publicLabels(
  session: Session,
  structures: readonly Structure[],
  catalogue: Pick<MetricsCatalogue, 'unknown'>,
): Promise<string> {
  const known = new Map<string, { id: string; en: string }>();
  for (const { dimension, code, label_id, label_en } of await knownLabels(session)) {
    known.set(`${dimension} ${code}`, { id: label_id, en: label_en });
  }
  const lines = [csvLine(['DIMENSION', 'CODE', 'LABEL_ID', 'LABEL_EN'])];
  for (const { name, codes, total } of structures.flatMap(({ dimensions }) => dimensions)) {
    for (const code of codes) {
      const { id, en } = code === total ? all(code) : labelOf(name, code);
      lines.push(csvLine([name, code, id, en]));
    }
  }
  return `${[...new Set(lines)].join('\n')}\n`;

  function labelOf(dimension: string, code: string): { id: string; en: string } {
    if (code === 'unknown' || code.endsWith('.unknown')) return catalogue.unknown;
    if (dimension === outcomeName) return outcomeLabel(code);
    const [, head = '', rest = code] = /^([a-z_]+):(.*)$/.exec(code) ?? [];
    for (const one of namesakes[head] ?? namesakes[dimension] ?? [dimension]) {
      const found = known.get(`${one} ${rest}`);
      if (found) return found;
    }
    if (head === 'old') return labelOf(dimension, rest);
    return { id: code, en: code };
  }
}

function all(code: string): { id: string; en: string } {
  return code === '_T' ? both('publish.outcome.all') : { id: code, en: code };
}

function both(key: MessageKey, params: (lang: Lang) => Record<string, string> = () => ({})) {
  return { id: message('id', key, params('id')), en: message('en', key, params('en')) };
}

function outcomeLabel(code: string): { id: string; en: string } {
  const [clock, state] = code.split('.');
  if (state === undefined) return both(`publish.outcome.${code}` as MessageKey);
  const [, from = '', to = ''] = /^from_(\d+)_to_(\d+)$/.exec(state) ?? [];
  const days = /_?by_(\d+)$/.exec(state)?.[1] ?? '';
  const key = from ? 'from_to' : days ? state.replace(/_\d+$/, '') : state;
  return both(`publish.clock.${key}` as MessageKey, (lang) => ({
    clock: message(lang, `publish.clock.${clock}` as MessageKey),
    ...{ days, from, to },
  }));
}
