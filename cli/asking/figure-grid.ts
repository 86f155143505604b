import type {
  Comparison,
  DimensionName,
  MetricRow as Figure,
  LabelOf,
} from '../../metrics/index.ts';
import type { Cell } from '../../warehouse/index.ts';
import type { Column, ColumnType, Grid } from '../formats/grid.ts';

interface Part extends Column {
  cell(row: Figure): Cell;
}

const part = (name: string, type: ColumnType, cell: (row: Figure) => Cell | undefined): Part => ({
  name,
  type,
  cell: (row) => cell(row) ?? null,
});

/**
 * Figures as columns of a file: metric and statistic, a code and a label per dimension, the figure in
 * full precision, its comparison where one was made, and whether the data are synthetic.
 */
export function figureGrid(
  rows: readonly Figure[],
  by: readonly DimensionName[],
  labelOf: LabelOf,
  synthetic: boolean,
): Grid {
  const parts: Part[] = [
    part('metric', 'text', (row) => row.metric),
    part('statistic', 'text', (row) => row.statistic),
    ...by.flatMap((name) => [
      part(name, 'text', (row) => row.dims[name]),
      part(`${name}_label`, 'text', ({ dims }) => {
        const code = dims[name];
        return code === undefined ? null : labelOf(name, code);
      }),
    ]),
    part('value', 'number', (row) => row.value),
    part('low', 'number', (row) => row.low),
    part('high', 'number', (row) => row.high),
    part('numerator', 'number', (row) => row.numerator),
    part('denominator', 'number', (row) => row.denominator),
    part('n', 'integer', (row) => row.n),
    part('unit', 'text', (row) => row.unit),
    part('status', 'text', (row) => row.status),
    part('provisional', 'boolean', (row) => row.provisional),
    ...(rows.some((row) => row.caveat) ? [part('caveat', 'text', (row) => row.caveat)] : []),
    part('as_of', 'date', (row) => row.as_of),
    ...(rows.some((row) => row.comparison) ? comparisonParts : []),
    part('synthetic', 'boolean', () => synthetic),
  ];
  const columns = parts.map(({ name, type }) => ({ name, type }));
  return { columns, chunks: [parts.map(({ cell }) => rows.map(cell))] };
}

const compared = (
  name: string,
  type: ColumnType,
  cell: (comparison: Comparison) => Cell | undefined,
): Part => part(`compare_${name}`, type, (row) => row.comparison && cell(row.comparison));

const comparisonParts: Part[] = [
  compared('with', 'text', (one) => one.with),
  compared('withheld', 'text', (one) => one.withheld),
  compared('base_value', 'number', (one) => one.base.value),
  compared('base_low', 'number', (one) => one.base.low),
  compared('base_high', 'number', (one) => one.base.high),
  compared('base_n', 'integer', (one) => one.base.n),
  compared('base_numerator', 'number', (one) => one.base.numerator),
  compared('base_denominator', 'number', (one) => one.base.denominator),
  compared('difference', 'number', (one) => one.difference),
  compared('low', 'number', (one) => one.low),
  compared('high', 'number', (one) => one.high),
  compared('ratio', 'number', (one) => one.ratio),
  compared('ratio_low', 'number', (one) => one.ratio_low),
  compared('ratio_high', 'number', (one) => one.ratio_high),
  compared('test', 'text', (one) => one.test),
  compared('design_effect', 'number', (one) => one.design_effect),
  compared('p', 'number', (one) => one.p),
  compared('q', 'number', (one) => one.q),
  compared('clear', 'boolean', (one) => one.clear),
  compared('fcr_low', 'number', (one) => one.fcr_low),
  compared('fcr_high', 'number', (one) => one.fcr_high),
  compared('family', 'integer', (one) => one.family),
  compared('adjusted_method', 'text', (one) => one.adjusted?.method),
  compared('adjusted_standard', 'text', (one) => one.adjusted?.standard),
  compared('adjusted_difference', 'number', (one) => one.adjusted?.difference),
  compared('adjusted_low', 'number', (one) => one.adjusted?.low),
  compared('adjusted_high', 'number', (one) => one.adjusted?.high),
  compared('adjusted_mix', 'number', (one) => one.adjusted?.mix),
  compared('adjusted_performance', 'number', (one) => one.adjusted?.performance),
  compared('adjusted_covered_weight', 'number', (one) => one.adjusted?.covered_weight),
  compared('adjusted_strata', 'integer', (one) => one.adjusted?.strata),
  compared('funnel_target', 'number', (one) => one.funnel?.target),
  compared('funnel_dispersion', 'number', (one) => one.funnel?.dispersion),
  compared('funnel_low_95', 'number', (one) => one.funnel?.warning.low),
  compared('funnel_high_95', 'number', (one) => one.funnel?.warning.high),
  compared('funnel_low_998', 'number', (one) => one.funnel?.alarm.low),
  compared('funnel_high_998', 'number', (one) => one.funnel?.alarm.high),
  compared('funnel_beyond', 'text', (one) => one.funnel?.beyond),
];
