import { previousQuarter } from '../../base/index.ts';
import type { Figure, TableName } from '../../release/index.ts';
import type { Kind } from './fixture.ts';
import { count, type Maker, share } from './fixture-figures.ts';

type Dims = Figure['dims'];

export type Into = (table: TableName, work: () => void) => void;

export function crossings(
  maker: Maker,
  into: Into,
  world: {
    places: string[];
    placeWeights: number[];
    shownCategories: string[];
    categoryWeights: number[];
    total: number;
    next: () => number;
  },
) {
  const sum = (weights: number[]) => weights.reduce((a, b) => a + b, 0);
  const placeSum = sum(world.placeWeights);
  const categorySum = sum(world.categoryWeights);
  into('category_by_province', () => {
    world.shownCategories.forEach((category, c) => {
      world.places.forEach((province, p) => {
        const expected =
          (world.total * (world.placeWeights[p] as number) * (world.categoryWeights[c] as number)) /
          placeSum /
          categorySum;
        const n = Math.round(expected * (0.6 + world.next() * 0.8));
        if (n === 0) return;
        const dims = { category, province, quarter: maker.period };
        count(maker, 'received', dims, n);
        share(maker, 'unresolved', 'share', dims, Math.round(n * (0.3 + world.next() * 0.3)), n);
      });
    });
  });
}

export function bySexAndAgency(maker: Maker, into: Into, kind: Kind, shownCategories: string[]) {
  const quarter = maker.period;
  into('category_by_agency_type', () => {
    const types = ['kementerian', 'lembaga', 'provinsi', 'kabupaten', 'kota', 'bumn'];
    shownCategories.forEach((category, c) => {
      types.forEach((agency_type, t) => {
        const n = Math.round(900 / (c + 2) / (t + 1));
        if (n > 0) count(maker, 'received', { category, agency_type, quarter }, n);
      });
    });
  });
  if (kind !== 'full') return;
  into('category_by_sex', () => {
    shownCategories.forEach((category, c) => {
      for (const sex of ['f', 'm']) {
        const n = Math.round(1500 / (c + 2));
        const inTime = category === 'kesehatan' && sex === 'f' ? 0.42 : 0.58;
        const dims = { category, sex, quarter };
        share(maker, 'respond_citizen', 'within_limit', dims, Math.round(n * inTime), n);
      }
    });
  });
}

const reasonCodes = [
  'none_given',
  'incomplete_data',
  'not_in_authority',
  'awaiting_budget',
  'unclear_substance',
  'awaiting_agency',
  'duplicate',
  'reporter_unreachable',
  'legal_process',
  'too_general',
  'other',
];

export function reasons(
  maker: Maker,
  into: Into,
  shownCategories: string[],
  next: () => number,
  total: (index: number) => number,
  kind: Kind,
) {
  const codes = kind === 'foreign' ? ['none_given'] : reasonCodes;
  const weights = codes.map((_, index) => 30 / (index + 1.4));
  const spread = (dims: Dims, denominator: number, tilt: number) => {
    const tilted = weights.map(
      (weight, index) => weight * (index === 3 ? tilt : 1) * (0.85 + next() * 0.3),
    );
    const sum = tilted.reduce((a, b) => a + b, 0);
    codes.forEach((reason, index) => {
      const k = Math.round((denominator * (tilted[index] as number)) / sum);
      count(maker, 'unresolved_reason', { ...dims, reason }, k);
      share(maker, 'unresolved_reason', 'share', { ...dims, reason }, k, denominator);
    });
  };
  into('reason_by_quarter', () =>
    Array.from({ length: 8 }, (_, index) => previousQuarter(maker.period, 7 - index)).forEach(
      (quarter, index) => {
        spread({ quarter }, Math.round(total(index) * 0.27), index === 7 ? 1.9 : 1);
      },
    ),
  );
  into('reason', () => {
    for (const figure of maker.figures.filter(
      (one) => one.metric === 'unresolved_reason' && one.dims.quarter === maker.period,
    ))
      maker.figures.push(figure);
  });
  into('reason_by_category', () =>
    shownCategories.slice(0, 12).forEach((category, index) => {
      spread({ category, quarter: maker.period }, 380 - index * 28, 1);
    }),
  );
  into('reason_by_agency_type', () => {
    const types =
      kind === 'foreign'
        ? ['other']
        : ['kementerian', 'lembaga', 'provinsi', 'kabupaten', 'kota', 'bumn'];
    types.forEach((agency_type, index) => {
      spread({ agency_type, quarter: maker.period }, 620 - index * 90, 1 + index * 0.2);
    });
  });
}
