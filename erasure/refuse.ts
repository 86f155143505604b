import { BuktiError, exitStatus } from '../base/index.ts';
import type { Session } from '../warehouse/index.ts';
import type { EraseRequest } from './types.ts';

const names = '\\b(bapak|bpk|ibu|sdr|sdri|saudara|saudari|pak|bu|mr|mrs|ms)\\b[.]?\\s*\\p{L}';
const personal = new RegExp(`\\d{5}|@|https?:|${names}`, 'iu');

/**
 * The reason stays in the tombstone for as long as there is one: it must not say who was erased.
 * @throws BuktiError `forget.reason-empty`, `forget.reason-personal`
 */
export function refuseReason(request: EraseRequest): void {
  const { reason } = request;
  if (reason.trim() === '') throw new BuktiError('forget.reason-empty', {}, exitStatus.usage);
  const ids = request.ground === 'request' ? request.ids : [];
  const folded = reason.toLowerCase();
  const named = ids.some((id) => id.trim().length > 2 && folded.includes(id.trim().toLowerCase()));
  if (!named && !personal.test(reason)) return;
  throw new BuktiError('forget.reason-personal', {}, exitStatus.usage);
}

/**
 * An id that two registers know may be two people's.
 * @throws BuktiError `forget.ambiguous`
 */
export async function refuseAmbiguous(session: Session): Promise<void> {
  const row = await session.row<{ n: number; registers: string[] | null }>(
    `WITH known AS (
       SELECT DISTINCT c.id, c.register FROM candidate AS c JOIN hit ON hit.complaint_key = c.complaint_key
     ), twice AS (SELECT id FROM known GROUP BY id HAVING count(*) > 1)
     SELECT (SELECT count(*) FROM twice) AS n, list(DISTINCT register ORDER BY register) AS registers
     FROM known WHERE id IN (SELECT id FROM twice)`,
  );
  if (!row?.n) return;
  const params = { n: row.n, registers: (row.registers ?? []).join(', ') };
  throw new BuktiError('forget.ambiguous', params, exitStatus.usage);
}
