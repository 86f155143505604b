import type { Command } from 'commander';
import { formatDate } from '../../base/dates.ts';
import { calendarFileName, calendarOf } from '../../release/index.ts';
import { momentText } from '../calendar/moment.ts';
import { createContext } from '../context.ts';
import { deliver } from '../formats/deliver.ts';
import { jsonText } from '../formats/json.ts';
import { readOutput } from '../formats/output.ts';
import { textTable } from '../text-table.ts';

/** When the public may have each quarter, and where each stands now. */
export async function calendar(
  options: { format?: string; out?: string },
  command: Command,
): Promise<void> {
  const context = createContext(command);
  const { workspace, say, lang } = context;
  const output = readOutput({ ...options, json: context.json });
  const entries = calendarOf(workspace);
  const names = ['period', 'at', 'status', 'state', 'version', 'moved_from'] as const;
  const grid = () => ({
    columns: [
      ...names.map((name) => ({
        name,
        type: name === 'version' ? ('integer' as const) : ('text' as const),
      })),
      { name: 'reason_id', type: 'text' as const },
      { name: 'reason_en', type: 'text' as const },
    ],
    chunks: [
      [
        ...names.map((name) => entries.map((entry) => entry[name])),
        ...(['id', 'en'] as const).map((one) => entries.map(({ reason }) => reason?.[one] ?? null)),
      ],
    ],
  });
  const cells = entries.map(({ period, at, status, state, version, moved_from, reason }) => [
    period,
    momentText(at, context),
    say(`release.calendar.status.${status}`),
    say(`release.calendar.state.${state}`, { version: `v${version}` }),
    moved_from && reason
      ? say('release.calendar.moved', { date: formatDate(moved_from, lang), reason: reason[lang] })
      : '',
  ]);
  await deliver(
    {
      sheet: 'calendar',
      grid,
      json: () => jsonText(grid(), { time_zone: 'Asia/Jakarta' }),
      table: async function* () {
        if (entries.length === 0) {
          yield `${say('release.calendar.none', { file: calendarFileName })}\n`;
          return;
        }
        const titles = (['period', 'at', 'status', 'state', 'note'] as const).map((name) => ({
          title: say(`release.calendar.column.${name}`),
        }));
        yield `${textTable(titles, cells)}\n`;
      },
    },
    output,
  );
  if (output.out !== undefined) context.note('asking.written', { file: output.out });
}
