import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BuktiError, type Workspace } from '../../base/index.ts';

/** A line of the log of exports: who took what out, when and what for. */
export interface ExportEntry {
  /** The clock of the machine, with its offset to UTC. */
  at: string;
  /** Of the operating system. */
  user: string;
  host: string;
  purpose: string;
  /** Tables, figures, the saved query or the metrics. */
  what: string;
  release: string | null;
  recipient: string | null;
  row_level: boolean;
  rows: number;
  files: { name: string; sha256: string }[];
  software: string;
  /** SHA-256 of the line before, so that a line that is changed or taken out shows. */
  previous: string;
}

export type NewEntry = Omit<ExportEntry, 'at' | 'user' | 'host' | 'previous'>;

export function exportLogFile({ data }: Workspace): string {
  return path.join(data, 'exports', 'log.jsonl');
}

/**
 * Adds a line; nothing leaves before it stands there. Lines are only ever added.
 * @throws BuktiError `export.log-locked`, `export.log-damaged`
 */
export async function logExport(workspace: Workspace, entry: NewEntry): Promise<ExportEntry> {
  const file = exportLogFile(workspace);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  return await withLock(`${file}.lock`, file, async () => {
    const previous = readExportLog(workspace).last;
    const { purpose, what, release, recipient, row_level, rows, files, software } = entry;
    const whole: ExportEntry = {
      at: localTime(new Date()),
      user: userName(),
      host: os.hostname(),
      purpose,
      what,
      release,
      recipient,
      row_level,
      rows,
      files,
      software,
      previous,
    };
    appendFileSync(file, `${JSON.stringify(whole)}\n`, { mode: 0o600 });
    return whole;
  });
}

/**
 * All lines, each held against the one before.
 * @throws BuktiError `export.log-damaged` with the line that does not follow from the one before
 */
export function readExportLog(workspace: Workspace): { entries: ExportEntry[]; last: string } {
  const file = exportLogFile(workspace);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  let last = '';
  const entries = lines.map((line, index) => {
    const entry = parsed(line);
    if (entry?.previous !== last) {
      throw new BuktiError('export.log-damaged', { file, line: index + 1 });
    }
    last = createHash('sha256').update(line).digest('hex');
    return entry;
  });
  return { entries, last };
}

function parsed(line: string): ExportEntry | undefined {
  try {
    return JSON.parse(line) as ExportEntry;
  } catch {
    return undefined;
  }
}

/** Two exports at once would both follow the same line. */
async function withLock<T>(lock: string, file: string, work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      closeSync(openSync(lock, 'wx'));
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (attempt >= 100) throw new BuktiError('export.log-locked', { file, lock });
      if (isOld(lock)) rmSync(lock, { force: true });
      else await setTimeout(50);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Left by a process that was killed: a line is written in milliseconds. */
function isOld(lock: string): boolean {
  try {
    return Date.now() - statSync(lock).mtimeMs > 60_000;
  } catch {
    return false;
  }
}

/** By the user's number, not by a variable that anybody can set. */
function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}

/** `2026-11-24T16:00:00+07:00` */
function localTime(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}
