import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cellKey, type PublicDisclosure, parseCsv, tableCells } from '../../disclosure/index.ts';
import type { PublicManifest } from '../public/public-manifest.ts';
import { type PublicStructureFile, readStructures } from '../public/read-public.ts';
import { countMeasure } from '../public/table-measures.ts';
import type { Problem } from './problems.ts';

/**
 * What anyone can check of public files beyond their hashes: that every cell of every table is there, that no
 * value stands that the method never gives, that hidden cells have none, and that one cell has one value in
 * all tables.
 * @param folder of public files whose hashes are right
 * @returns how many figures there are, and what is wrong
 */
export function checkPublic(
  folder: string,
  manifest: Pick<PublicManifest, 'files'>,
): { figures: number; problems: Problem[] } {
  const text = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const { parameters } = JSON.parse(text('disclosure.json')) as PublicDisclosure;
  const parts = readStructures(manifest, text).map((structure) =>
    checkPart(folder, structure, parameters.hidden ?? 0),
  );
  return {
    figures: parts.reduce((sum, { figures }) => sum + figures, 0),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

/** @param never values from 1 to this are never published */
function checkPart(
  folder: string,
  structure: PublicStructureFile,
  never: number,
): { figures: number; problems: Problem[] } {
  const problems: Problem[] = [];
  const values = new Map<string, { value: string; file: string }>();
  let figures = 0;
  for (const table of structure.tables) {
    const file = path.join(folder, table.file);
    const [header = [], ...rows] = parseCsv(readFileSync(file, 'utf8'));
    const column = new Map(header.map((name, index) => [name, index]));
    const counted = new Set<string>();
    const wrong = (row: number, why: string) =>
      problems.push({ key: 'release.verify.public-row', params: { file, row: row + 2, why } });
    for (const [row, cells] of rows.entries()) {
      figures += 1;
      const of = (name: string) => cells[column.get(name) ?? -1] ?? '';
      const at: Record<string, string> = {};
      for (const { name, total } of structure.dimensions) {
        const code = table.dimensions.includes(name) ? of(name) : total;
        if (code !== total) at[name] = code;
      }
      const key = cellKey(at);
      const [measure, value, status] = [of('MEASURE'), of('OBS_VALUE'), of('OBS_STATUS')];
      if (status === 'Q' && (value !== '' || of('CONF_STATUS') !== 'C')) wrong(row, 'Q');
      if (measure === countMeasure) {
        counted.add(key);
        const n = Number(value);
        const isCount = value !== '' && Number.isInteger(n) && n >= 0;
        if (status === 'A' && (!isCount || (n > 0 && n <= never))) wrong(row, value);
      }
      const name = `${measure} ${key}`;
      const known = values.get(name);
      if (!known) values.set(name, { value: `${value} ${status}`, file });
      else if (known.value !== `${value} ${status}`) {
        const params = { file, row: row + 2, other: known.file };
        problems.push({ key: 'release.verify.public-two', params });
      }
    }
    let lacking = 0;
    for (const at of tableCells(structure, table)) if (!counted.has(cellKey(at))) lacking += 1;
    if (lacking > 0) {
      problems.push({ key: 'release.verify.public-lacks', params: { file, cells: lacking } });
    }
  }
  return { figures, problems };
}
