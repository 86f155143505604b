import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cell, cellKey, linkSums, tableCells, tableSums } from '../../disclosure/index.ts';
import { type MetricsContext, queryMetrics, readContext } from '../../metrics/index.ts';
import {
  decidedLevels,
  decisionsFor,
  distinctCells,
  type PublishedCells,
  type PublishedTable,
  publishCatalogue,
  publishedCells,
  reviewTables,
} from '../../release/published/index.ts';
import { type Session, withPublished } from '../../warehouse/index.ts';
import { sharedWorld } from '../world.ts';

/** A report as the test reads it, straight from the facts. */
interface Raw {
  key: string;
  who: string | null;
  secret: boolean;
  month: string;
  province: string;
  regency: string;
  category: string;
  sector: string;
  sex: string;
  age_band: string;
  disability: string;
  channel: string;
  classification: string;
  agency: string;
  type: string;
  reason: string | null;
  status: string;
  followed: number;
  limit: number | null;
  wait: number | null;
  cause: string | null;
  time: string;
}

let session: Session;
let context: MetricsContext;
let quarter: PublishedCells;
let raw: Raw[];
let done: () => void;

beforeAll(async () => {
  const { workspace } = await sharedWorld();
  await new Promise<void>((ready, failed) => {
    withPublished(workspace, async (opened) => {
      session = opened;
      context = await readContext(session);
      quarter = await publishedCells(session, publishCatalogue(workspace), '2026Q3', 'own', {
        context,
      });
      raw = await read(session, quarter.asOf);
      ready();
      await new Promise<void>((end) => {
        done = end;
      });
    }).catch(failed);
  });
});
afterAll(() => done());

function read(from: Session, asOf: string): Promise<Raw[]> {
  return from.rows<Raw & Record<string, string>>(
    `select cast(f.record_key as varchar) as key, cast(f.complainant_key as varchar) as who,
      f.anonymity = 'rahasia' as secret, f.month, f.province_code as province, f.regency_code as regency,
      f.category_code as category, f.sector, f.sex, f.age_band, f.disability, f.channel, f.classification,
      s.agency_code as agency, s.agency_type as type, s.reason, s.status,
      d.w_indonesia - f.submitted_w as followed, f.resolve_limit as limit,
      case when f.resolve_end_date <= date '${asOf}' then f.resolve_end_w - f.submitted_w end as wait,
      case when f.resolve_end_date <= date '${asOf}' then f.resolve_end_cause end as cause,
      f.resolve_time_status as time
    from fct_complaint as f
    join dim_date as d on d.date_day = date '${asOf}'
    join fct_complaint_status as s on s.complaint_key = f.complaint_key
      and s.valid_from <= date '${asOf}' and s.valid_to > date '${asOf}'
    where f.quarter = '2026Q3'`,
  ) as Promise<Raw[]>;
}

const isOpen = ({ status }: Raw) => ['unverified', 'forwarded', 'in_progress'].includes(status);
const isLate = (one: Raw) => isOpen(one) && one.limit !== null && one.followed > one.limit;
const young = ['y0t17', 'y18t24'];
const old = ['y45t59', 'y_ge60'];
const papua = ['91', '93', '94', '95'];

/** The codes that a report counts for, the total too, by dimension. */
function codesOf(one: Raw, dimension: string): (string | undefined)[] {
  const under = (parent: string, code: string) => (code === 'unknown' ? [code] : [code, parent]);
  switch (dimension) {
    case 'period':
      return [undefined, one.month];
    case 'region':
      return [
        ...[undefined, one.province],
        ...(papua.includes(one.province) ? ['old:91'] : []),
        ...(['92', '96'].includes(one.province) ? ['old:92'] : []),
      ];
    case 'category':
      return [undefined, ...under(`sector:${one.sector}`, one.category)];
    case 'agency':
      return [undefined, ...under(`type:${one.type}`, one.agency)];
    case 'agency_type':
      return [undefined, one.type === 'unknown' ? 'unknown' : `type:${one.type}`];
    case 'age_band': {
      const group = young.includes(one.age_band)
        ? 'y0t24'
        : old.includes(one.age_band)
          ? 'y_ge45'
          : 'y25t44';
      return [undefined, ...under(group, one.age_band)];
    }
    case 'reason': {
      const isAsked = isLate(one) || ['postponed', 'archived'].includes(one.status);
      const given =
        one.reason === null || (isOpen(one) && one.reason === 'unknown')
          ? 'none_given'
          : one.reason;
      return isAsked ? [undefined, 'asked', given] : [undefined, 'not_asked'];
    }
    default:
      return [undefined, one[dimension as 'sex']];
  }
}

const columnOf = (name: string) => (name === 'agency_type' ? 'agency' : name);

interface Tally {
  n: number;
  keySum: bigint;
  secret: number;
  who: Map<string, number>;
}

/** Counts cells one report after another. */
function counted(dimensions: readonly string[], reports: readonly Raw[]): Map<string, Tally> {
  const cells = new Map<string, Tally>();
  for (const one of reports) {
    let places: Record<string, string>[] = [{}];
    for (const name of dimensions) {
      const codes = codesOf(one, name);
      places = places.flatMap((at) =>
        codes.map((code) => (code === undefined ? at : { ...at, [columnOf(name)]: code })),
      );
    }
    for (const at of places) {
      const key = cellKey(at);
      const tally = cells.get(key) ?? { n: 0, keySum: 0n, secret: 0, who: new Map() };
      tally.n += 1;
      tally.keySum = (tally.keySum + BigInt(`0x${one.key.slice(0, 8)}`)) % 2n ** 32n;
      tally.secret += Number(one.secret);
      const who = one.who ?? `nobody ${one.key}`;
      tally.who.set(who, (tally.who.get(who) ?? 0) + 1);
      cells.set(key, tally);
    }
  }
  return cells;
}

const found = (cells: readonly Cell[]) =>
  Object.fromEntries(
    cells
      .filter(({ n }) => n > 0)
      .map(({ at, structuralZero: _, ...numbers }) => [cellKey(at), numbers]),
  );

const expected = (cells: ReadonlyMap<string, Tally>) =>
  Object.fromEntries(
    [...cells].map(([key, { n, keySum, secret, who }]) => [
      key,
      {
        n,
        keySum: Number(keySum),
        complainants: who.size,
        largest: Math.max(...who.values()),
        secret,
      },
    ]),
  );

const tableOf = (name: string) =>
  quarter.tables.find((table) => table.name === name) as PublishedTable;

describe('the cells of published tables', () => {
  it('count what the facts hold, in every margin of every table', () => {
    expect(quarter.tables).toHaveLength(14);
    expect(raw.length).toBeGreaterThan(5000);
    // Who coordinates is told by a rule of the metrics, which is compared with below.
    for (const { name, by, cells } of quarter.tables.filter(
      ({ by: { coordinator } }) => !coordinator,
    )) {
      const dimensions = Object.entries(by)
        .filter(([one, level]) => one !== 'period' || level === 'month')
        .map(([one, level]) => (level === 'agency_type' ? level : one));
      const plain = cells.filter(({ at }) => at.outcome === undefined);
      expect(found(plain), name).toEqual(expected(counted(dimensions, raw)));
    }
  });

  it('split what became of reports as the facts do, by province and month', () => {
    const started = (one: Raw) => one.time === 'ok';
    const solvedBy = (one: Raw, days: number | null) =>
      started(one) && one.cause === 'resolved' && days !== null && (one.wait ?? Infinity) <= days;
    const judged = (one: Raw) => started(one) && one.limit !== null && one.followed >= one.limit;
    const unresolved = (one: Raw) => isOpen(one) || ['postponed', 'archived'].includes(one.status);
    const rules: Record<string, (one: Raw) => boolean> = {
      valid: ({ status }) => status !== 'deleted',
      deleted: ({ status }) => status === 'deleted',
      resolved: ({ status }) => status === 'resolved',
      not_resolved: ({ status }) => !['deleted', 'resolved'].includes(status),
      not_archived: ({ status }) => !['deleted', 'archived'].includes(status),
      unresolved,
      not_unresolved: (one) => one.status !== 'deleted' && !unresolved(one),
      open_beyond: isLate,
      'resolve.started': started,
      'resolve.no_time': (one) => !started(one) && one.time !== 'not_available',
      'resolve.by_14': (one) => solvedBy(one, 14),
      'resolve.not_by_14': (one) => started(one) && !solvedBy(one, 14),
      'resolve.judged': judged,
      'resolve.kept': (one) => judged(one) && solvedBy(one, one.limit),
      'resolve.late': (one) => judged(one) && !solvedBy(one, one.limit),
    };
    const { cells } = tableOf('period_province');
    for (const [code, rule] of Object.entries(rules)) {
      const own = cells
        .filter(({ at }) => at.outcome === code)
        .map(({ at: { outcome: _, ...at }, ...cell }) => ({ ...cell, at }));
      expect(found(own), code).toEqual(expected(counted(['period', 'region'], raw.filter(rule))));
    }
  });

  it('are the same records wherever they have the same place', () => {
    const once = new Map<string, Cell>();
    let shared = 0;
    for (const { cells } of quarter.tables) {
      for (const cell of cells) {
        const other = once.get(cellKey(cell.at));
        if (other) {
          shared += 1;
          if (JSON.stringify(other) !== JSON.stringify(cell)) expect(other).toEqual(cell);
        }
        once.set(cellKey(cell.at), cell);
      }
    }
    expect(shared).toBeGreaterThan(1000);
    expect(distinctCells(quarter)).toHaveLength(once.size);
    // Reasons are asked for in three states, and other tables have those.
    const links = [...linkSums(quarter.structure)].filter(({ isPartial }) => !isPartial);
    expect(links.length).toBeGreaterThan(50);
    for (const { parent, children } of links) {
      const n = children.reduce((sum, at) => sum + (once.get(cellKey(at))?.n ?? 0), 0);
      expect(once.get(cellKey(parent))?.n, cellKey(parent)).toBe(n);
    }
  });

  it('stand in the order of the structure and fulfil every sum of it', () => {
    const { structure } = quarter;
    for (const design of structure.tables) {
      const { cells } = tableOf(design.name);
      const keys = cells.map(({ at }) => cellKey(at));
      expect(keys.join('\n') === [...tableCells(structure, design)].map(cellKey).join('\n')).toBe(
        true,
      );
      const own = new Map(cells.map((cell) => [cellKey(cell.at), cell]));
      let sums = 0;
      for (const { parent, children } of tableSums(structure, design)) {
        const [whole, ...parts] = [parent, ...children].map((key) => own.get(key) as Cell) as [
          Cell,
        ];
        const total = (of: (cell: Cell) => number) =>
          parts.reduce((sum, cell) => sum + of(cell), 0);
        const isSum =
          total(({ n }) => n) === whole.n &&
          total(({ keySum }) => keySum) % 2 ** 32 === whole.keySum &&
          total(({ secret }) => secret ?? 0) === whole.secret;
        if (!isSum) expect.fail(`${design.name}: ${parent} is not the sum of ${children}`);
        sums += 1;
      }
      expect(sums).toBeGreaterThan(0);
    }
  });

  it('agree with the figures of the metrics', async () => {
    const metrics = ['received.count', 'resolved.share', 'archived.share', 'unresolved.share'];
    const clocks = ['verify.within_limit', 'verify.incidence_3', 'respond_citizen.within_limit'];
    const others = ['respond_citizen.incidence_5', 'resolve.within_limit', 'resolve.incidence_14'];
    const all = [...metrics, ...clocks, ...others];
    const asked = { metrics: all, period: '2026Q3', asOf: quarter.asOf };
    for (const [table, column] of [
      ['period_province', 'province'],
      ['period_category', 'category'],
      ['age_band_sex', 'age_band'],
    ] as const) {
      const { cells, rates } = tableOf(table);
      const own = new Map(cells.map((cell) => [cellKey(cell.at), cell.n]));
      const name = column === 'province' ? 'region' : column;
      const rows = await queryMetrics(session, { ...asked, by: [column] }, context);
      let compared = 0;
      for (const { metric, statistic, dims, numerator, denominator, value, status } of rows) {
        if (!all.includes(`${metric}.${statistic}`) || status !== 'ok') continue;
        const at = { [name]: dims[column] as string };
        const label = `${table} ${metric}.${statistic} ${dims[column]}`;
        const n = (outcome: string) => own.get(cellKey({ ...at, outcome }));
        const rate = rates.find(({ measure }) => measure === `${metric}.${statistic}`);
        compared += 1;
        if (!rate) {
          expect(own.get(cellKey(at)), label).toBe(value);
          continue;
        }
        expect([n(rate.numerator), n(rate.denominator)], label).toEqual([numerator, denominator]);
        expect((n(rate.numerator) ?? 0) + (n(rate.complement) ?? 0), label).toBe(denominator);
      }
      expect(compared).toBeGreaterThan(60);
    }
    const coordinated = await queryMetrics(
      session,
      { metrics: ['received.count'], by: ['coordinator', 'category'], period: '2026Q3' },
      context,
    );
    const { cells } = tableOf('coordinator_category');
    const own = new Map(cells.map((cell) => [cellKey(cell.at), cell.n]));
    expect(coordinated.length).toBeGreaterThan(50);
    for (const { dims, value } of coordinated)
      expect(own.get(cellKey(dims as Cell['at']))).toBe(value);
  });

  it('hold the days of a clock by cell, which add up to those that started', async () => {
    const { cells, days } = tableOf('period_province');
    const own = new Map(cells.map((cell) => [cellKey(cell.at), cell.n]));
    const places = days.filter(({ clock }) => clock === 'resolve');
    expect(places.length).toBeGreaterThan(60);
    const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0);
    for (const { at, ended, otherwise, waiting } of places) {
      const started = own.get(cellKey({ ...at, outcome: 'resolve.started' }));
      expect(sum(ended) + sum(otherwise) + sum(waiting)).toBe(started);
      expect(sum(ended.slice(0, 15))).toBe(own.get(cellKey({ ...at, outcome: 'resolve.by_14' })));
    }
    const rows = await queryMetrics(
      session,
      { metrics: ['respond_citizen.median'], by: ['province'], period: '2026Q3' },
      context,
    );
    let compared = 0;
    for (const { dims, value } of rows) {
      // Up to there everybody has been followed, so that the median is the middle of all.
      if (value === null || value > quarter.mature) continue;
      const one = days.find(
        ({ clock, at }) => clock === 'respond_citizen' && cellKey(at) === `region=${dims.province}`,
      );
      const half =
        (sum(one?.ended ?? []) + sum(one?.otherwise ?? []) + sum(one?.waiting ?? [])) / 2;
      const upTo = (day: number) => sum(one?.ended.slice(0, day + 1) ?? []);
      expect(upTo(value)).toBeGreaterThanOrEqual(half);
      expect(upTo(value - 1)).toBeLessThan(half);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(25);
  });

  it('of a year are those of its regencies', async () => {
    const { workspace } = await sharedWorld();
    const year = await publishedCells(session, publishCatalogue(workspace), '2025', 'own', {
      context,
    });
    expect(year.tables.map(({ name }) => name)).toEqual(['year_regency_sex']);
    const { cells } = year.tables[0] as PublishedTable;
    const rows = await session.rows<{ province: string; regency: string; sex: string; n: number }>(
      `select province_code as province, regency_code as regency, sex, count(*) as n
      from fct_complaint where year = 2025 group by all`,
    );
    const own = new Map(cells.map((cell) => [cellKey(cell.at), cell.n]));
    for (const { province, regency, sex, n } of rows) {
      const bare = regency === 'unknown' ? `${province}.unknown` : regency;
      const region = province === 'unknown' ? province : bare;
      expect(own.get(cellKey({ region, sex })), `${region} ${sex}`).toBe(n);
    }
    expect(own.get('')).toBe(rows.reduce((sum, { n }) => sum + n, 0));
  });

  it('tell what cannot exist from what is nought, and what is not available from what is unknown', async () => {
    const { workspace } = await sharedWorld();
    const catalogue = publishCatalogue(workspace);
    const before = await publishedCells(session, catalogue, '2021Q3', 'own', { context });
    const cell = (of: PublishedCells, key: string) =>
      distinctCells(of).find(({ at }) => cellKey(at) === key);
    // South Papua was founded in 2022; its parent was there.
    expect(cell(before, 'region=93')).toMatchObject({ n: 0, structuralZero: true });
    expect(cell(before, 'region=91')).not.toHaveProperty('structuralZero');
    expect(cell(before, 'region=old:91')).toBeUndefined();
    expect(cell(quarter, 'region=93')).not.toHaveProperty('structuralZero');
    const gone = distinctCells(quarter).filter(({ structuralZero }) => structuralZero);
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.every(({ at, n }) => n === 0 && (at.agency ?? at.coordinator) !== undefined)).toBe(
      true,
    );

    const available = new Set([...context.available].filter((name) => name !== 'disability'));
    await session.run(`create temp view fct_complaint as select * replace (
      'not_available' as verify_time_status) from bukti.main.fct_complaint`);
    const less = await publishedCells(session, catalogue, '2026Q3', 'own', {
      context: { ...context, available },
    });
    await session.run('drop view temp.fct_complaint');
    expect(less.notAvailable).toContainEqual({ table: 'disability_sex', what: 'disability' });
    expect(less.notAvailable).toContainEqual({ table: 'period_province', what: 'verify' });
    expect(less.tables.map(({ name }) => name)).not.toContain('disability_sex');
    const codes = less.structure.dimensions.find(({ name }) => name === 'outcome')?.codes ?? [];
    expect(codes.filter((code) => code.startsWith('verify'))).toEqual([]);
    expect(codes).toContain('resolve.no_time');
    expect(cell(quarter, 'disability=unknown')?.n).toBeGreaterThan(100);
  });

  it('give no share at a horizon that not all have been followed to', () => {
    expect(quarter.immature).toContainEqual({
      table: 'period_province',
      what: 'resolve.incidence_60',
    });
    const measures = tableOf('period_province').rates.map(({ measure }) => measure);
    expect(measures).toContain('resolve.incidence_14');
    expect(measures).not.toContain('resolve.incidence_60');
  });

  it('are made coarser where too many are small, once for a version', async () => {
    const { workspace } = await sharedWorld();
    const catalogue = publishCatalogue(workspace);
    const models = [mkdtempSync(path.join(tmpdir(), 'bukti model '))];
    const decisions = await decisionsFor(session, { models }, catalogue, '2026Q3', context);
    expect(decisions.quarters).toEqual(['2025Q4', '2026Q1', '2026Q2', '2026Q3']);
    const of = (name: string) => decisions.tables.find((table) => table.name === name);
    const small = await session.row<{ cells: number; small: number }>(
      `select count(*) as cells, count(*) filter (least(n, who) < 5) as small from (
        select count(*) as n, count(distinct coalesce(cast(complainant_key as varchar), cast(complaint_key as varchar))) as who
        from fct_complaint where quarter in ('2025Q4', '2026Q1', '2026Q2', '2026Q3')
        group by quarter, cube (disability, sex))`,
    );
    expect(of('disability_sex')).toMatchObject({
      steps: [],
      loss: {
        cells_before: small?.cells,
        small_before: Math.round(((small?.small ?? 0) / (small?.cells ?? 1)) * 1000) / 1000,
      },
    });
    for (const { name, by, steps, because, loss } of decisions.tables) {
      const table = catalogue.tables.find((one) => one.name === name);
      expect(steps.length).toBeLessThanOrEqual(2);
      if (table?.never_coarsened || because.length === 0) expect(by).toEqual(table?.by);
      else if (steps.length > 0) expect(loss.cells_after).toBeLessThan(loss.cells_before);
    }
    expect(of('agency_classification')).toMatchObject({
      by: { agency: 'agency_type' },
      steps: [{ dimension: 'agency', from: 'agency', to: 'agency_type' }],
      because: ['small'],
    });
    // Single cells: only the regencies of their provinces are given up.
    const regencies = of('year_regency_sex');
    expect(regencies).toMatchObject({ because: ['dominated'], left: [] });
    const except = regencies?.by.region?.replace('regency except ', '').split(', ') ?? [];
    expect(except.length).toBeGreaterThan(0);
    const levels = decidedLevels(decisions);
    const yearly = await publishedCells(session, catalogue, '2025', 'own', { context, levels });
    expect(reviewTables(catalogue, yearly)).toEqual([]);
    const byPlace = new Map(
      yearly.tables[0]?.cells
        .filter(({ at }) => Object.keys(at).join() === 'region')
        .map(({ at, n }) => [at.region, n]),
    );
    const provinces = await session.rows<{ province: string; n: number; regency: string }>(
      `select province_code as province, any_value(regency_code) filter (where regency_code <> 'unknown') as regency,
        count(*) as n from fct_complaint where year = 2025 and province_code <> 'unknown' group by all`,
    );
    for (const { province, regency, n } of provinces) {
      expect(byPlace.get(province), province).toBe(n);
      expect(byPlace.has(regency), regency).toBe(!except.includes(province));
    }
    const coarse = await publishedCells(session, catalogue, '2026Q3', 'own', { context, levels });
    const agencies = coarse.tables.find(({ name }) => name === 'agency_classification');
    expect(agencies?.cells.some(({ at }) => at.agency === 'type:kementerian')).toBe(true);
    expect(agencies?.cells.some(({ at }) => at.agency === 'prov-35')).toBe(false);
    const warned = reviewTables(catalogue, coarse).map(({ table }) => table);
    expect(warned).toContain('agency');
    expect(warned).not.toContain('disability_sex');
  });
});
