import { formatDate } from '../../base/dates.ts';
import type { MessageKey } from '../../base/messages/index.ts';
import { formatNumber } from '../../base/numbers.ts';
import type { Unit } from '../../metrics/index.ts';
import type { ReleaseComparison } from '../../release/index.ts';
import { numberText } from '../asking/figure-text.ts';
import type { Context } from '../context.ts';
import { textTable } from '../text-table.ts';

/** So many figures stand on the screen where not all are asked for. */
const most = 30;

interface Moved {
  id: string;
  change: 'moved' | 'added' | 'removed';
  unit: Unit;
  value_before: number | null;
  value_now: number | null;
  n_before: number | null;
  n_now: number | null;
  difference: number | null;
  late: number | null;
  changed: number | null;
  deleted: number | null;
  why: string;
}

/** What two releases say otherwise, for the terminal: the rules, the reports, then the figures. */
export async function* changeText(
  context: Pick<Context, 'say' | 'lang'>,
  comparison: ReleaseComparison,
  all: boolean,
): AsyncGenerator<string> {
  const { say, lang } = context;
  const { before, now, figures, records, changes, session } = comparison;
  const [a, b] = [before.name, now.name];
  const { synthetic, reason, supersedes } = now.manifest;
  const marks = ['TERBATAS', ...(synthetic ? [say('reports.mark.synthetic')] : [])].join(' · ');
  const lines = [say('release.compare.title', { a, b }), marks];
  const [first, second] = [before.manifest.as_of, now.manifest.as_of];
  if (first !== second) {
    const days = { a: formatDate(first, lang), b: formatDate(second, lang) };
    lines.push(say('release.compare.as-of', days));
  }
  if (reason && supersedes) lines.push(say('release.compare.reason', { b, reason: reason[lang] }));
  const { added, removed } = changes.batches;
  if (added + removed > 0) lines.push(say('release.compare.batches', { added, removed }));
  lines.push(
    records ? say('release.compare.records', { ...records }) : say('release.compare.no-records'),
    ...ruleLines(context, comparison),
    say('release.compare.figures', { ...figures }),
  );
  if (figures.only_before + figures.only_now > 0) {
    const only = { a, b, before: figures.only_before, now: figures.only_now };
    lines.push(say('release.compare.only', only));
  }
  lines.push(...findingLines(context, comparison.findings));
  yield `${lines.join('\n')}\n`;
  const told = figures.moved + figures.added + figures.removed;
  if (told + figures.otherwise === 0) yield `${say('release.compare.same')}\n`;
  if (told === 0) return;
  const rows = await session.rows<Moved>(
    `select coalesce(id_now, id_before) as id, change, unit, cast(value_before as double) as value_before,
      cast(value_now as double) as value_now, n_before, n_now, cast(difference as double) as difference,
      late, changed, deleted, why
    from figure_change where change <> 'otherwise'
    order by as_of_before is distinct from as_of_now, abs(difference) / greatest(abs(value_before), 0.000001) desc nulls last, id
    ${all ? '' : `limit ${most}`}`,
  );
  const columns = [
    { title: say('release.compare.column.figure') },
    ...(['before', 'now', 'difference', 'n'] as const).map((name) => ({
      title: say(`release.compare.column.${name}`),
      right: true,
    })),
    { title: say('release.compare.column.why') },
  ];
  yield `\n${textTable(
    columns,
    rows.map((row) => cellsOf(row, context)),
  )}\n`;
  if (rows.length < told)
    yield `${say('release.compare.first', { shown: rows.length, n: told })}\n`;
}

/** Findings that only one of the two tells, up to so many of each kind. */
const mostFindings = 8;

function findingLines(
  { say }: Pick<Context, 'say'>,
  findings: ReleaseComparison['findings'],
): string[] {
  const kinds = [
    ['release.compare.now-clear', findings.filter(({ before }) => before !== 'clear')],
    ['release.compare.no-longer-clear', findings.filter(({ now }) => now !== 'clear')],
    ['release.compare.turned', findings.filter(({ turned }) => turned)],
  ] as const;
  return kinds.flatMap(([key, some]) => {
    if (some.length === 0) return [];
    const ids = some.slice(0, mostFindings).map(({ id }) => id);
    const more = some.length > ids.length ? ', ...' : '';
    return [say(key, { n: some.length, ids: `${ids.join(', ')}${more}` })];
  });
}

function ruleLines(
  { say }: Pick<Context, 'say'>,
  { before, now, changes }: ReleaseComparison,
): string[] {
  if (!before.manifest.basis || !now.manifest.basis) return [say('release.compare.no-basis')];
  const lines = changes.rules.map(({ kind, name, from, to, values }) => {
    const params = { kind: say(`release.compare.kind.${kind}`), name, from, to };
    return values
      ? say('release.compare.rule-values', { ...params, before: values[0], after: values[1] })
      : say('release.compare.rule', params);
  });
  if (lines.length === 0) lines.push(say('release.compare.rules-same'));
  if (changes.software) lines.push(say('release.compare.software'));
  return lines;
}

function cellsOf(row: Moved, { say, lang }: Pick<Context, 'say' | 'lang'>): string[] {
  const { id, change, unit, value_before, value_now, n_before, n_now, difference } = row;
  const written = (value: number | null) =>
    value === null ? '...' : numberText(value, unit, lang);
  const gone = (side: 'added' | 'removed') => (change === side ? '-' : undefined);
  const size =
    change !== 'moved'
      ? say(`release.compare.${change}`)
      : difference === null
        ? '...'
        : signed(difference, unit, { say, lang });
  const count = (n: number | null) => (n === null ? '-' : formatNumber(n, lang));
  return [
    id,
    gone('added') ?? written(value_before),
    gone('removed') ?? written(value_now),
    size,
    n_before === n_now ? count(n_now) : `${count(n_before)} → ${count(n_now)}`,
    whyText(row, say),
  ];
}

/** Six decimals are sealed, so a difference may be smaller than what is shown: then it is written out. */
function signed(value: number, unit: Unit, { say, lang }: Pick<Context, 'say' | 'lang'>): string {
  const size = unit === 'share' ? value * 100 : value;
  const whole = unit !== 'share' && Number.isInteger(size);
  const text = formatNumber(size, lang, whole ? 0 : Math.abs(size) >= 0.05 ? 1 : 4);
  const sign = value > 0 ? `+${text}` : text;
  return unit === 'share' ? say('asking.points', { points: sign }) : sign;
}

/** `late,limit` with the counts in words. */
function whyText(
  row: Pick<Moved, 'why' | 'late' | 'changed' | 'deleted'>,
  say: Context['say'],
): string {
  return row.why
    .split(',')
    .map((cause) => {
      const n = row[cause as 'late'];
      return say(`release.cause.${cause}` as MessageKey, typeof n === 'number' ? { n } : {});
    })
    .join('; ');
}
