import { type Session, sqlName, sqlString } from '../../warehouse/index.ts';
import { staged } from './stage.ts';
import type { DatasetColumn } from './types.ts';

/**
 * Writes the staged table as Parquet, with what is said of it as key-value metadata of the file.
 * @param compression `snappy` for the public: every reader has it, in browsers and in older Nodes too
 */
export async function writeParquet(
  session: Session,
  file: string,
  columns: readonly DatasetColumn[],
  said: ReadonlyMap<string, string>,
  compression: 'zstd' | 'snappy' = 'zstd',
): Promise<void> {
  const pairs = [...said].map(([key, value]) => `${sqlName(key)}: ${sqlString(value)}`);
  const names = columns.map(({ name }) => sqlName(name)).join(', ');
  await session.run(
    `copy (select ${names} from ${staged}) to ${sqlString(file)}
    (format parquet, compression ${compression}, kv_metadata {${pairs.join(', ')}})`,
  );
}
