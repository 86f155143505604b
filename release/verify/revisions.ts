import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Session, sqlString, withSession } from '../../warehouse/index.ts';
import { manifestFile } from '../places.ts';
import { revisionFile } from '../revisions/revision-file.ts';
import { tableNames } from '../types.ts';
import { said } from './figures.ts';
import type { Problem } from './problems.ts';
import type { SealedPart } from './sealed-part.ts';

/**
 * Revisions that do not say what stands in the tables: of the release itself, and of the earlier ones
 * where they lie beside it.
 */
export async function checkRevisions({ folder, manifest }: SealedPart): Promise<Problem[]> {
  if (!manifest.files.some(({ name }) => name === revisionFile)) return [];
  const revisions = path.join(folder, revisionFile);
  const releases = path.resolve(folder, '..', '..', '..', '..');
  return await withSession({}, async (session) => {
    const problems = await differing(session, revisions, folder, ['id_now', 'now'], 'true');
    for (const { period, version } of manifest.revisions ?? []) {
      const place = path.join(releases, period, `v${version}`, 'internal', manifest.recipient);
      if (!existsSync(path.join(place, manifestFile))) continue;
      const own = `r.period = ${sqlString(period)} and r.version = ${version}`;
      problems.push(...(await differing(session, revisions, place, ['id', 'published'], own)));
    }
    return problems;
  });
}

async function differing(
  session: Session,
  revisions: string,
  place: string,
  [id, value]: ['id_now', 'now'] | ['id', 'published'],
  where: string,
): Promise<Problem[]> {
  const files = tableNames
    .map((name) => path.join(place, `${name}.parquet`))
    .filter((file) => existsSync(file));
  const list = files.map((file) => sqlString(file)).join(', ');
  const rows = await session.rows<{ id: string; a: number | null; b: number | null }>(
    `with figure as (select id, any_value(value) as value
      from read_parquet([${list}], union_by_name = true) group by id)
    select r.${id} as id, cast(r.${value} as double) as a, cast(f.value as double) as b
    from read_parquet(${sqlString(revisions)}) as r left join figure as f on f.id = r.${id}
    where ${where} and r.${id} is not null and (f.id is null or f.value is distinct from r.${value})
    order by 1`,
  );
  return rows.map(({ id: figure, a, b }) => ({
    key: 'release.verify.two-values',
    params: { id: figure, a: said(a), b: said(b), first: revisions, second: place },
  }));
}
