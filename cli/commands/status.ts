import type { Command } from 'commander';
import { formatDate } from '../../base/dates.ts';
import { createContext } from '../context.ts';
import { findState, type State } from '../state.ts';

/** `bukti` alone: where things stand and the one next command. */
export async function status(_options: unknown, command: Command): Promise<void> {
  const context = createContext(command);
  const state = await findState(context.workspace, context.reportLang);
  const { print, lang } = context;
  print('cli.status.title', { folder: state.folder });
  if (state.synthetic) print('cli.status.synthetic');
  print('cli.status.inbox', { waiting: state.waiting.length, inbox: context.workspace.inbox });
  if (state.batches === 0) print('cli.status.landing-none');
  else {
    const date = formatDate(state.knownTo ?? '', lang);
    print('cli.status.landing', { batches: state.batches, rows: state.rows, date });
  }
  print(warehouseLine[state.warehouse]);
  if (state.release) {
    const { period, version, asOf } = state.release;
    print('cli.status.release', { period, version, date: formatDate(asOf, lang) });
  } else print('cli.status.release-none');
  if (state.page) print('cli.status.page', { file: state.page });
  print('cli.status.next', { command: state.next });
  context.result(state);
}

const warehouseLine = {
  none: 'cli.status.warehouse-none',
  old: 'cli.status.warehouse-old',
  current: 'cli.status.warehouse',
} as const satisfies Record<State['warehouse'], string>;
