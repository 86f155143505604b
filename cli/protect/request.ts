import { existsSync, readFileSync } from 'node:fs';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import {
  type CodeParent,
  defaultNoise,
  type NoiseParameters,
  parseCsv,
} from '../../disclosure/index.ts';
import { parseList } from '../parse.ts';

/** Options of `bukti protect` as they are typed. */
export interface ProtectOptions {
  out: string;
  method: 'perturb' | 'suppress';
  dimensions?: string;
  table?: string[];
  hierarchy?: string[];
  total: string;
  sensitive?: string[];
  rate?: string[];
  percentile?: string[];
  residents?: string[];
  impossible?: string;
  secret?: string;
  id?: string;
  idSystem: string;
  complainant?: string;
  count?: string;
  keySum?: string;
  keys?: string;
  threshold: number;
  noise?: string;
  coarsen?: string;
  keep?: string[];
  design?: string;
  ledger?: string;
  period?: string;
  report?: string;
}

/** Reads `dimension=value` options into a map. @throws BuktiError `protect.bad-pair` */
export function pairsOf(option: string, texts: readonly string[] = []): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const text of texts) {
    const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (!name || !value) {
      throw new BuktiError('protect.bad-pair', { option, text }, exitStatus.usage);
    }
    pairs.set(name.trim(), value.trim());
  }
  return pairs;
}

/** Hierarchies by dimension, each from a CSV with the columns `code` and `parent`. */
export function readHierarchies(texts: readonly string[] = []): Map<string, CodeParent[]> {
  const found = new Map<string, CodeParent[]>();
  for (const [dimension, file] of pairsOf('--hierarchy', texts)) {
    if (!existsSync(file)) throw new BuktiError('cli.no-file', { file }, exitStatus.usage);
    const [header = [], ...rows] = parseCsv(readFileSync(file, 'utf8'));
    const names = header.map((name) => name.trim().toLowerCase());
    const [code, parent] = [names.indexOf('code'), names.indexOf('parent')];
    if (code < 0 || parent < 0) {
      throw new BuktiError('protect.hierarchy-columns', { file }, exitStatus.usage);
    }
    const pairs = rows
      .map((row) => ({ code: row[code]?.trim() ?? '', parent: row[parent]?.trim() }))
      .filter((pair) => pair.code !== '');
    found.set(dimension, pairs);
  }
  return found;
}

/** `5,3,2`: D, V, js. @throws BuktiError `protect.bad-noise` */
export function readNoise(text: string | undefined): NoiseParameters {
  if (text === undefined) return defaultNoise;
  const parts = parseList(text).map(Number);
  const [deviation, variance, hidden] = parts;
  if (parts.length !== 3 || parts.some((one) => !Number.isFinite(one))) {
    throw new BuktiError('protect.bad-noise', { text }, exitStatus.usage);
  }
  return { deviation, variance, hidden } as NoiseParameters;
}
