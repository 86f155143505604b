import type { Period, Workspace } from '../base/index.ts';
import { type Family, readFamily } from '../metrics/index.ts';
import type { Session } from '../warehouse/index.ts';

/** Whom internal tables are made for. */
export interface Recipient {
  /** `ksp`, or the code of a coordinating ministry. */
  name: string;
  /** What every figure is of. */
  scope: { coordinator?: string };
  /** The comparisons that its document declares. */
  family: Family;
  /** The agencies that it coordinates on the quarter's last day. */
  coordinates: string[];
}

/**
 * KSP, and each coordinating ministry of the cabinet that is in force on the quarter's last day. Where no
 * report is ever held by a coordinated agency or a local government there is KSP alone.
 */
export async function recipientsOf(
  workspace: Workspace,
  session: Session,
  period: Period,
): Promise<Recipient[]> {
  const ksp = { name: 'ksp', scope: {}, family: readFamily(workspace, 'ksp'), coordinates: [] };
  const answered = await session.row<{ any: boolean }>(
    `select exists (from fct_complaint_status where agency_type in ('provinsi', 'kabupaten', 'kota')
      or agency_code in (select agency_code from dim_coordination)) as any`,
  );
  if (!answered?.any) return [ksp];
  const rows = await session.rows<{ coordinator: string; agency: string }>(
    `select coordinator_code as coordinator, agency_code as agency from dim_coordination
    where agency_code is not null and coordinator_code <> 'president'
      and valid_from <= $1::date and valid_to > $1::date
    order by all`,
    [period.last],
  );
  const names = [...new Set(rows.map(({ coordinator }) => coordinator))];
  const family = readFamily(workspace, 'kemenko');
  return [
    ksp,
    ...names.map((name) => ({
      name,
      scope: { coordinator: name },
      family,
      coordinates: rows.filter((row) => row.coordinator === name).map(({ agency }) => agency),
    })),
  ];
}
