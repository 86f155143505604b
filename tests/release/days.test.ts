import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openRelease, sealedVersions } from '../../release/index.ts';
import { buktiHere } from '../cli/run-here.ts';
import { fingerprint } from '../erasure/world.ts';
import { addDays, type FixtureReport } from '../metrics/fixture.ts';
import { temporaryWorkspace } from './fixture.ts';
import { keyedWarehouse } from './public-world.ts';
import { sealSmall } from './small-release.ts';

const days = process.env.BUKTI_FULL ? 30 : 2;
const { workspace, remove } = temporaryWorkspace();
afterAll(remove);

/** Numbers that look drawn and are the same in every run (Lehmer 1951). */
let seed = 20_261_124;
function draw(below: number): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
}

const quarters = {
  '2026Q2': { first: '2026-04-01', last: '2026-06-30', asOf: '2026-07-21' },
  '2026Q3': { first: '2026-07-01', last: '2026-09-30', asOf: '2026-10-21' },
} as const;
type Quarter = keyof typeof quarters;

/** A report of one of the two quarters. */
function report(quarter: Quarter = draw(2) ? '2026Q3' : '2026Q2'): FixtureReport {
  const wait = draw(60);
  const isResolved = draw(3) > 0;
  return {
    day: addDays(quarters[quarter].first, draw(91)),
    sex: ['f', 'm'][draw(2)] as string,
    province: ['35', '11'][draw(2)] as string,
    category: ['jalan', 'bansos'][draw(2)] as string,
    states: [
      { after: 0, status: 'in_progress' },
      ...(isResolved ? [{ after: wait, status: 'resolved' }] : []),
    ],
    ...(isResolved ? { resolve: [wait, 'resolved'] as [number, string] } : {}),
  };
}

interface State {
  reports: readonly FixtureReport[];
  /** Places of those that are gone. */
  gone: readonly number[];
}

/** What one day brings: late, changed, gone or nothing; of either quarter, in no order of days. */
function nextDay({ reports, gone }: State, day: number): State {
  const kind = day < 3 ? day : draw(5);
  const some = () => draw(reports.length);
  if (kind === 0) {
    const late = Array.from({ length: 1 + draw(4) }, () => report());
    return { reports: [...reports, ...late.sort((a, b) => (a.day < b.day ? 1 : -1))], gone };
  }
  if (kind === 1) {
    const places = new Set([some(), some(), some()]);
    const other = ({ sex, states = [], resolve: _, ...one }: FixtureReport): FixtureReport => ({
      ...one,
      ...{ sex: sex === 'f' ? 'm' : 'f', states: states.slice(0, 1) },
    });
    return { reports: reports.map((one, at) => (places.has(at) ? other(one) : one)), gone };
  }
  if (kind === 2) return { reports, gone: [...new Set([...gone, some(), some()])] };
  if (kind === 3) return { reports, gone };
  // A correction, a deletion and a report of the first quarter, all on one day.
  const first = { reports: [...reports, report('2026Q2')], gone: [...gone, some()] };
  return nextDay({ ...first, gone: [...new Set(first.gone)] }, 1);
}

const groups: [string, (one: FixtureReport) => boolean][] = [
  ['', () => true],
  ...['f', 'm'].map((code): [string, (one: FixtureReport) => boolean] => [
    `sex=${code}`,
    ({ sex }) => sex === code,
  ]),
  ...['11', '35'].map((code): [string, (one: FixtureReport) => boolean] => [
    `province=${code}`,
    ({ province }) => province === code,
  ]),
];

/** Counts one report after another, as one would on paper: `received.count?sex=f` by its quarter. */
function recount({ reports, gone }: State, quarter: Quarter): Map<string, number> {
  const { first, last, asOf } = quarters[quarter];
  const own = reports.filter(
    ({ day }, place) => day >= first && day <= last && !gone.includes(place),
  );
  const isResolved = ({ day, states = [] }: FixtureReport) =>
    states.some(({ after, status }) => status === 'resolved' && addDays(day, after) <= asOf);
  return new Map(
    groups.flatMap(([name, has]) => {
      const inside = own.filter(has);
      const at = name && `?${name}`;
      return [
        [`received.count${at}`, inside.length],
        [`resolved.count${at}`, inside.filter(isResolved).length],
      ] as const;
    }),
  );
}

/** The figures of a quarter that two states say otherwise: `name published now`, in order. */
function moved(before: State, now: State, quarter: Quarter): string[] {
  const then = recount(before, quarter);
  return [...recount(now, quarter)]
    .filter(([name, value]) => then.get(name) !== value)
    .map(([name, value]) => `${name} ${then.get(name)} ${value}`)
    .sort();
}

/** `2026Q3/v2/received.count?quarter=2026Q2&sex=f` as `received.count?sex=f`, and its quarter. */
function named(id: string, period: string): { name: string; quarter: string } {
  const [, rest = ''] = /^\d{4}Q\d\/v\d+\/(.*)$/.exec(id) ?? [];
  const [metric = '', query = ''] = rest.split('?');
  const pairs = query.split('&').filter(Boolean);
  const quarter = pairs.find((one) => one.startsWith('quarter='))?.slice(8) ?? period;
  const others = pairs.filter((one) => !one.startsWith('quarter='));
  return { name: others.length > 0 ? `${metric}?${others.join('&')}` : metric, quarter };
}

const isCounted = (name: string) => recount({ reports: [], gone: [] }, '2026Q3').has(name);

it(
  `of ${days} days of late, changed and deleted reports every revision is told, and no other`,
  async () => {
    const states: State[] = [{ reports: Array.from({ length: 240 }, () => report()), gone: [] }];
    /** What each sealed version was of. */
    const sealedOf = new Map<string, State>();
    const bytes = new Map<string, string[]>();
    const folderOf = (id: string) => path.join(workspace.releases, ...id.split('/'));
    const seal = async (period: Quarter, state: State) => {
      const session = await keyedWarehouse(state.reports, state.gone);
      try {
        const before = period === '2026Q3' ? '2026Q2' : '2026Q1';
        const { version } = await sealSmall(workspace, period, session, before);
        const id = `${period}/v${version}`;
        sealedOf.set(id, state);
        bytes.set(id, fingerprint(folderOf(id)));
        return id;
      } finally {
        session.close();
      }
    };
    await seal('2026Q2', states[0] as State);
    await seal('2026Q3', states[0] as State);
    let told = 0;
    for (let day = 0; day < days; day++) {
      const state = nextDay(states.at(-1) as State, day);
      states.push(state);
      // Now and then the earlier quarter has a new version too: later ones are held against that.
      const periods: Quarter[] = day % 5 === 1 ? ['2026Q2', '2026Q3'] : ['2026Q3'];
      for (const period of periods) {
        const earlier = (['2026Q2', '2026Q3'] as const)
          .filter((one) => one <= period)
          .map((one) => ({ one, id: `${one}/v${sealedVersions(workspace, one).at(-1)}` }));
        const id = await seal(period, state);
        const [of = '', version = ''] = id.split('/v');
        const release = await openRelease(workspace, of, Number(version));
        expect(release.manifest.revisions?.map((r) => `${r.period}/v${r.version}`)).toEqual(
          earlier.map((one) => one.id),
        );
        for (const before of earlier) {
          const then = sealedOf.get(before.id) as State;
          const rows = (release.revisions ?? []).filter(
            (row) => `${row.period}/v${row.version}` === before.id && row.change === 'moved',
          );
          for (const quarter of ['2026Q2', '2026Q3'] as const) {
            if (quarter > before.one) continue;
            // Of an earlier quarter's release its own figures alone.
            const own = rows
              .map((row) => ({ ...row, ...named(row.id_now ?? row.id ?? '', period) }))
              .filter((row) => row.quarter === quarter && isCounted(row.name))
              .map((row) => `${row.name} ${row.published} ${row.now}`)
              .sort();
            const counted = moved(then, state, quarter);
            expect(own, `day ${day + 1}, ${id} after ${before.id}, ${quarter}`).toEqual(counted);
            told += counted.length;
          }
        }
        // What is sealed says what was counted that day.
        for (const [name, value] of recount(state, period)) {
          expect(release.figure(`${id}/${name}`).value, `${id}/${name}`).toBe(value);
        }
      }
      // No earlier version has changed by a byte.
      for (const [id, was] of bytes) expect(fingerprint(folderOf(id)), id).toEqual(was);
    }
    expect(told).toBeGreaterThan(days);
    // First and last, by the command.
    const last = sealedVersions(workspace, '2026Q3').at(-1);
    const said = await buktiHere(
      ['compare', '2026Q3/v1', `2026Q3/v${last}`, '--json'],
      workspace.root,
    );
    const { rows } = JSON.parse(said.stdout) as {
      rows: {
        id_after: string | null;
        change: string;
        value_before: number;
        value_after: number;
      }[];
    };
    for (const quarter of ['2026Q2', '2026Q3'] as const) {
      const own = rows
        .filter((row) => row.change === 'moved')
        .map((row) => ({ ...row, ...named(row.id_after ?? '', '2026Q3') }))
        .filter((row) => row.quarter === quarter && isCounted(row.name))
        .map((row) => `${row.name} ${row.value_before} ${row.value_after}`)
        .sort();
      expect(own).toEqual(moved(states[0] as State, states.at(-1) as State, quarter));
    }
  },
  60_000 + days * 20_000,
);
