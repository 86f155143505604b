import { BuktiError, exitStatus } from '../base/index.ts';
import { hmacSql, type Keys, padsOf } from '../pipelines/index.ts';
import { type Session, sqlString } from '../warehouse/index.ts';
import type { Place } from './places.ts';
import { retentionCutoffs } from './retention.ts';
import { columnsOf, scanOf } from './scan.ts';
import type { EraseRequest } from './types.ts';

/** A key that has been blanked ends in so many zeros; of a true one they would be chance, 1 in 2^48. */
export const blankEnd = '000000000000';

/**
 * Makes the table `wanted(complaint_key)`, as text: the reports to be erased, wherever they may be; and of
 * a request the table `candidate(register, id, complaint_key)`. Ids stay in this session's memory.
 */
export async function makeWanted(
  session: Session,
  places: readonly Place[],
  keys: Keys,
  request: EraseRequest,
): Promise<void> {
  await session.run(
    'CREATE OR REPLACE TABLE candidate (register VARCHAR, id VARCHAR, complaint_key VARCHAR)',
  );
  if (request.ground === 'retention') return await wantExpired(session, places, request);
  await session.run('CREATE OR REPLACE TABLE given (id VARCHAR)');
  await session.appendText('given', [[...request.ids]]);
  await session.run(
    `CREATE OR REPLACE TABLE asked AS
     SELECT DISTINCT bukti_id(bukti_clean(id)) AS id FROM given WHERE bukti_clean(id) IS NOT NULL`,
  );
  for (const register of registersOf(places, request)) {
    if (request.by === 'reporter') await reportsOfReporters(session, places, keys, register);
    else await reportsById(session, keys, register);
  }
  await session.run(
    'CREATE OR REPLACE TABLE wanted AS SELECT DISTINCT complaint_key FROM candidate',
  );
}

/** @throws BuktiError `forget.no-register` */
function registersOf(places: readonly Place[], { register }: EraseRequest): string[] {
  const known = [...new Set(places.flatMap(({ batch }) => batch?.id_system ?? []))].sort();
  if (register === undefined) return known;
  if (known.includes(register)) return [register];
  const params = { register, known: known.join(', ') || '-' };
  throw new BuktiError('forget.no-register', params, exitStatus.usage);
}

async function reportsById(session: Session, keys: Keys, register: string): Promise<void> {
  const pads = padsOf(keys.k1);
  const key = hmacSql(`${sqlString(`${register}|`)} || id`, 1, 2);
  await session.run(
    `INSERT INTO candidate SELECT ${sqlString(register)}, id, CAST(${key} AS VARCHAR) FROM asked`,
    [pads.inner, pads.outer],
  );
}

/** All reports of some reporters, as far as files with reporters' ids have landed. */
async function reportsOfReporters(
  session: Session,
  places: readonly Place[],
  keys: Keys,
  register: string,
): Promise<void> {
  const pads = padsOf(keys.k1);
  const key = hmacSql(`${sqlString(`${register}|reporter|`)} || id`, 1, 2);
  await session.run(
    `CREATE OR REPLACE TABLE reporter AS SELECT id, CAST(${key} AS VARCHAR) AS complainant_key FROM asked`,
    [pads.inner, pads.outer],
  );
  for (const place of places.filter(({ batch }) => batch?.id_system === register)) {
    for (const file of place.files) {
      if (!(await columnsOf(session, place, file)).has('complainant_key')) continue;
      await session.run(
        `INSERT INTO candidate SELECT DISTINCT ${sqlString(register)}, r.id, CAST(t.complaint_key AS VARCHAR)
         FROM ${scanOf(place, file)} AS t JOIN reporter AS r ON r.complainant_key = CAST(t.complainant_key AS VARCHAR)
         WHERE right(CAST(t.complaint_key AS VARCHAR), 12) <> '${blankEnd}'`,
      );
    }
  }
}

/**
 * Reports of which the last that is known (submission, closing, any event) lies before the day from which on
 * every source that holds them keeps reports.
 */
async function wantExpired(
  session: Session,
  places: readonly Place[],
  request: EraseRequest & { ground: 'retention' },
): Promise<void> {
  await session.run(
    'CREATE OR REPLACE TABLE seen (complaint_key VARCHAR, source VARCHAR, moment TIMESTAMP)',
  );
  for (const place of places.filter(({ batch }) => batch !== undefined)) {
    for (const file of place.files) {
      const columns = await columnsOf(session, place, file);
      const stamps = ['submitted_at', 'closed_at', 'event_at'].filter((one) => columns.has(one));
      if (stamps.length === 0) continue;
      const source = place.batch?.kind === 'complaint' ? sqlString(place.batch.source) : 'NULL';
      await session.run(
        `INSERT INTO seen SELECT CAST(complaint_key AS VARCHAR), ${source}, max(greatest(${stamps.join(', ')}))
         FROM ${scanOf(place, file)} GROUP BY 1`,
      );
    }
  }
  const rows = retentionCutoffs(request).map(
    ({ source, keptFrom }) => `(${sqlString(source)}, DATE ${sqlString(keptFrom)})`,
  );
  await session.run(
    `CREATE OR REPLACE TABLE wanted AS
     SELECT complaint_key FROM seen LEFT JOIN (VALUES ${rows.join(', ')}) AS kept(source, kept_from) USING (source)
     WHERE right(complaint_key, 12) <> '${blankEnd}'
     GROUP BY complaint_key
     HAVING count(seen.source) > 0 AND count(seen.source) = count(kept.kept_from) AND max(moment) < min(kept.kept_from)`,
  );
}
