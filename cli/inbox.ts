import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../base/workspace.ts';

/** The files waiting in data/inbox, by name; hidden files and Excel's lock files are left out. */
export function inboxFiles(workspace: Workspace): string[] {
  if (!existsSync(workspace.inbox)) return [];
  return readdirSync(workspace.inbox)
    .filter((name) => !/^(\.|~\$)/.test(name))
    .map((name) => path.join(workspace.inbox, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}
