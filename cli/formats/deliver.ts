import { writeFile } from 'node:fs/promises';
import { writePieces, writeWhole } from '../../base/whole-file.ts';
import { csvText } from './csv.ts';
import type { Grid } from './grid.ts';
import { markdownText } from './markdown.ts';
import type { Output } from './output.ts';

/** An answer in every form it may take; only the one asked for is made. */
export interface Answer {
  grid: () => Grid;
  json: () => AsyncIterable<string>;
  table: () => AsyncIterable<string>;
  /** Of the sheet in a workbook; at most 31 characters. */
  sheet: string;
  /** Where an answer has an Arrow form of its own. */
  arrow?: () => Promise<Uint8Array>;
}

/**
 * Writes an answer to its file, or its text to stdout. Serialisers of files are loaded when used.
 * @throws BuktiError as `writeWhole`
 */
export async function deliver(answer: Answer, { format, out }: Output): Promise<void> {
  const text = {
    csv: () => csvText(answer.grid()),
    md: () => markdownText(answer.grid()),
    json: answer.json,
    table: answer.table,
  };
  if (format in text) {
    const pieces = text[format as keyof typeof text]();
    if (out !== undefined) return writeWhole(out, (file) => writePieces(file, pieces));
    for await (const piece of pieces) process.stdout.write(piece);
    return;
  }
  await writeWhole(out as string, async (file) => {
    if (format === 'parquet') {
      const { writeParquet } = await import('./parquet.ts');
      await writeParquet(answer.grid(), file);
    } else if (format === 'xlsx') {
      const { writeXlsxGrid } = await import('./xlsx.ts');
      await writeXlsxGrid(answer.grid(), file, answer.sheet);
    } else {
      await writeFile(file, await (answer.arrow ?? arrowOf(answer))());
    }
  });
}

const arrowOf = (answer: Answer) => async () => {
  const { gridIpc } = await import('./arrow.ts');
  return gridIpc(answer.grid());
};
