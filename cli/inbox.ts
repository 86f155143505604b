import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../base/workspace.ts';

/** The files waiting in data/inbox, by name; hidden files and Excel's lock files are left out. */
export function inboxFiles(workspace: Workspace): string[] {
  if (!existsSync(workspace.inbox)) return [];
  return readdirSync(workspace.inbox, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(\.|~\$)/.test(entry.name))
    .map((entry) => path.join(workspace.inbox, entry.name))
    .sort();
}
