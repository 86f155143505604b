import { message } from '../../base/messages/index.ts';
import {
  type DatasetColumn,
  type FieldType,
  markColumns,
  restricted,
  type Words,
} from '../../release/datasets/index.ts';
import { type Cell, withReadOnlySql } from '../../warehouse/index.ts';
import { isSynthetic } from '../asking/ask.ts';
import type { Context } from '../context.ts';
import { describeTables } from '../sql/table-list.ts';
import { commons, inBoth, type Source } from './sources.ts';

const types: Record<string, FieldType> = {
  BOOLEAN: 'boolean',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  TINYINT: 'integer',
  SMALLINT: 'integer',
  INTEGER: 'integer',
  BIGINT: 'integer',
};

/**
 * Single reports, as the read-only layer shows them: no confidential report, without the key that is drawn
 * anew for each session and without the time of day, by which two exports could be joined row to row. In an
 * order of their own content, so that the same warehouse gives the same bytes.
 */
export async function withReportSource<T>(
  { workspace }: Context,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  return withReadOnlySql(workspace, async ({ tables, ask }) => {
    const words = {
      id: describeTables(tables, workspace, 'id'),
      en: describeTables(tables, workspace, 'en'),
    };
    const titles = (name: string): Words =>
      inBoth((lang) => {
        const table = words[lang].find((one) => one.table === 'fct_complaint');
        return table?.columns.find((one) => one.name === name)?.description || name;
      });
    const answer = await ask(
      `select * exclude (complaint_key, submitted_at, synthetic), 'not_sealed' as release, '${restricted}' as restriction,
      synthetic from fct_complaint order by all nulls first`,
    );
    const span = await ask(
      `select cast(min(submitted_date) as varchar) as first, cast(max(submitted_date) as varchar) as last
      from fct_complaint`,
    );
    const [first, last] = await firstRow(span.chunks);
    const synthetic = isSynthetic(workspace);
    const column = (name: string, type: FieldType, title: Words): DatasetColumn => ({
      name,
      type,
      role: 'attribute',
      title,
    });
    const marks = markColumns('internal');
    const columns = [
      ...answer.columns
        .slice(0, -marks.length)
        .map(({ name, type }) => column(name, types[type] ?? 'text', titles(name))),
      ...marks,
    ];
    const { edition, publisher, software } = commons(workspace);
    return work({
      what: 'rows fct_complaint',
      recipient: null,
      datasets: [
        {
          name: 'fct_complaint',
          title: inBoth((lang) => message(lang, 'export.title.rows')),
          description: inBoth((lang) => message(lang, 'export.description.rows')),
          edition,
          synthetic,
          rowLevel: true,
          release: null,
          first: String(first),
          last: String(last),
          asOf: String(last),
          codeLists: [],
          measures: [],
          caveats: [
            inBoth((lang) => message(lang, 'export.caveat.left-out', { n: answer.leftOut })),
          ],
          keywords: ['SP4N-LAPOR!', 'pengaduan publik'],
          publisher,
          software,
          columns,
          chunks: answer.chunks,
        },
      ],
    });
  });
}

async function firstRow(chunks: AsyncIterable<Cell[][]>): Promise<Cell[]> {
  const row: Cell[] = [];
  for await (const chunk of chunks) row.push(...chunk.map((cells) => cells[0] ?? null));
  return row;
}
