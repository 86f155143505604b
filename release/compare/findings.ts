import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Session, sqlString } from '../../warehouse/index.ts';
import { comparisonFile } from '../comparison-file.ts';
import type { Side } from './side.ts';

/** A declared comparison that is clear in one of two releases and not in the other, or the other way. */
export interface FindingChange {
  /** Of the comparison, in the second release; in the first where the second does not make it. */
  id: string;
  before: 'clear' | 'unclear' | 'withheld' | 'absent';
  now: 'clear' | 'unclear' | 'withheld' | 'absent';
  /** It is clear in both, but went the other way. */
  turned: boolean;
}

/**
 * Findings that two versions of a quarter do not share. Between quarters there are none to be shared:
 * each compares its own.
 */
export async function findingChanges(
  session: Session,
  before: Side,
  now: Side,
): Promise<FindingChange[]> {
  const files = [before, now].map(({ folder }) => path.join(folder, comparisonFile));
  if (before.manifest.period !== now.manifest.period || !files.every((one) => existsSync(one))) {
    return [];
  }
  const [a, b] = files.map(
    (file) => `(select regexp_replace(id, '^[^/]+/[^/]+/', '') as key, id,
      case when clear then 'clear' when withheld is not null or clear is null then 'withheld'
        else 'unclear' end as said,
      sign(coalesce(ratio - 1, difference)) as way
    from read_parquet(${sqlString(file)}))`,
  );
  return await session.rows<FindingChange>(
    `select coalesce(b.id, a.id) as id, coalesce(a.said, 'absent') as before,
      coalesce(b.said, 'absent') as now,
      coalesce(a.said = 'clear' and b.said = 'clear' and a.way <> b.way, false) as turned
    from ${a} as a full join ${b} as b using (key)
    where (coalesce(a.said, '') = 'clear') <> (coalesce(b.said, '') = 'clear') or turned
    order by id`,
  );
}
