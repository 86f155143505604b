import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serialText } from '../../base/xlsx-cells.ts';
import { daysIn } from '../../pipelines/information-block.ts';
import { prepareSession } from '../../pipelines/profile.ts';
import { stampLayers } from '../../pipelines/stamp-sql.ts';
import { Session, sqlString } from '../../warehouse/index.ts';

const indonesian = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'Mei',
  'Jun',
  'Jul',
  'Agu',
  'Sep',
  'Okt',
  'Nov',
  'Des',
];
const full = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];
const english = [
  'January',
  'Feb',
  'March',
  'Apr',
  'May',
  'June',
  'Jul',
  'Aug',
  'Sept',
  'Oct',
  'Nov',
  'Dec',
];

let session: Session;
beforeAll(async () => {
  session = await Session.open();
  await prepareSession(session);
});
afterAll(() => session.close());

async function stamps(texts: string[], local = false): Promise<(string | null)[]> {
  let sql = `SELECT unnest(range(${texts.length})) AS n, unnest([${texts.map(sqlString).join(', ')}]) AS s_text`;
  for (const layer of stampLayers({ prefix: 's', formats: undefined, local })) {
    sql = `SELECT *${layer.map((column) => `, ${column}`).join('')} FROM (${sql})`;
  }
  const rows = await session.rows<{ s_day: string | null }>(
    `SELECT s_day FROM (${sql}) ORDER BY n`,
  );
  return rows.map((row) => row.s_day);
}

describe('stamps', () => {
  it('reads what exports, spreadsheets and machines write', async () => {
    const pairs: [string, string | null][] = [
      ['3 Jan 2026', '2026-01-03 00:00:00'],
      ['03-Jan-2026', '2026-01-03 00:00:00'],
      ['Sabtu, 3 Januari 2026', '2026-01-03 00:00:00'],
      ['17 Agt 2025 09:30', '2025-08-17 09:30:00'],
      ['17 Ags 2025 09.30 WIB', '2025-08-17 09:30:00'],
      ['1 Nop 2024 23:59:58', '2024-11-01 23:59:58'],
      ['2026-01-03', '2026-01-03 00:00:00'],
      ['2026-01-03 07:05', '2026-01-03 07:05:00'],
      ['2026-01-03T07:05:09', '2026-01-03 07:05:09'],
      ['2026-01-03T20:00:00Z', '2026-01-04 03:00:00'],
      ['2026-01-03T07:05:09+07:00', '2026-01-03 07:05:09'],
      ['46025', '2026-01-03 00:00:00'],
      ['46025.5', '2026-01-03 12:00:00'],
      ['31 Feb 2026', null],
      ['2026-02-31', null],
      ['29 Feb 2024', '2024-02-29 00:00:00'],
      ['29 Feb 2025', null],
      ['3 Jan 26', null],
      ['3 Foo 2026', null],
      ['03/01/2026', null],
      ['3 Jan 2026 25:00', null],
      ['infinity', null],
      ['0206-01-03', null],
      ['kemarin', null],
      ['', null],
    ];
    expect(await stamps(pairs.map(([text]) => text))).toEqual(pairs.map(([, stamp]) => stamp));
  });

  it('keeps the clock as written for a source with a calendar of its own', async () => {
    const texts = ['2026-01-03T20:00:00Z', '2026-01-03T20:00:00-05:00', '2026-01-03'];
    const expected = ['2026-01-03 20:00:00', '2026-01-03 20:00:00', '2026-01-03 00:00:00'];
    expect(await stamps(texts, true)).toEqual(expected);
  });

  it('reads back every day that it is written as', async () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(Date.UTC(1990, 0, 1 + n)));
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 20, maxLength: 60 }), async (days) => {
        const iso = days.map((date) => date.toISOString().slice(0, 10));
        for (const months of [indonesian, full, english]) {
          const texts = days.map(
            (date) => `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`,
          );
          expect(await stamps(texts)).toEqual(iso.map((text) => `${text} 00:00:00`));
          expect(texts.flatMap(daysIn)).toEqual(iso);
        }
        const serials = days.map((date) => Math.round(date.getTime() / 86_400_000) + 25_569);
        expect(serials.map((serial) => serialText(serial, 'date', false))).toEqual(iso);
      }),
      { numRuns: 10 },
    );
  });
});
