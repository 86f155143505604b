import type { Session } from '../../warehouse/index.ts';
import type { Column, Grid } from '../formats/grid.ts';

const columns: readonly (Column & { sql: string })[] = [
  { name: 'change', type: 'text', sql: 'change' },
  { name: 'id_before', type: 'text', sql: 'id_before' },
  { name: 'id_after', type: 'text', sql: 'id_now' },
  { name: 'metric', type: 'text', sql: 'metric' },
  { name: 'statistic', type: 'text', sql: 'statistic' },
  { name: 'quarter', type: 'text', sql: 'coalesce(quarter, month)' },
  { name: 'unit', type: 'text', sql: 'unit' },
  ...(['before', 'now'] as const).flatMap((side) => {
    const name = side === 'now' ? 'after' : side;
    return [
      ...['value', 'low', 'high'].map((one) => ({
        ...{ name: `${one}_${name}`, type: 'number' as const },
        sql: `cast(${one}_${side} as double)`,
      })),
      ...['n', 'numerator', 'denominator'].map((one) => ({
        ...{ name: `${one}_${name}`, type: 'integer' as const, sql: `${one}_${side}` },
      })),
      { name: `status_${name}`, type: 'text' as const, sql: `status_${side}` },
      {
        ...{ name: `as_of_${name}`, type: 'date' as const },
        sql: `cast(as_of_${side} as varchar)`,
      },
    ];
  }),
  { name: 'difference', type: 'number', sql: 'cast(difference as double)' },
  { name: 'late', type: 'integer', sql: 'late' },
  { name: 'changed', type: 'integer', sql: 'changed' },
  { name: 'deleted', type: 'integer', sql: 'deleted' },
  { name: 'why', type: 'text', sql: 'why' },
];

/** Every figure of `figure_change`, those whose value moved first, in order of id. */
export function changeGrid(session: Session, synthetic: boolean): Grid {
  const select = columns.map(({ name, sql }) => `${sql} as ${name}`);
  return {
    columns: [
      ...columns.map(({ name, type }) => ({ name, type })),
      { name: 'restriction', type: 'text' },
      { name: 'synthetic', type: 'boolean' },
    ],
    chunks: session.chunks(
      `select ${select.join(', ')}, 'TERBATAS' as restriction, ${synthetic} as synthetic
      from figure_change
      order by list_position(['moved', 'added', 'removed', 'otherwise'], change), coalesce(id_now, id_before)`,
    ),
  };
}
