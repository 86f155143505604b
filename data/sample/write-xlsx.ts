import path from 'node:path';
import { openXlsxWriter, type XlsxCell } from '../../base/xlsx-write.ts';
import type { Session } from '../../warehouse/index.ts';
import { exportDate } from './calendar.ts';
import type { PlannedExport } from './drawings.ts';
import { exportSql } from './export-sql.ts';

/** The rows above the header: their number and form vary, as they do in real exports. */
function informationBlock(planned: PlannedExport): XlsxCell[][] {
  const made = exportDate(planned.date);
  const block: XlsxCell[][] = [
    ['DATA LAPORAN SP4N-LAPOR! (SINTETIS)'],
    ['Instansi', 'Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi'],
    ['Periode', planned.title],
    planned.drawing % 4 === 3 ? [`Tanggal Dibuat: ${made}`] : ['Tanggal Dibuat', made],
    ['SINTETIS: data buatan untuk uji coba, bukan laporan sungguhan'],
  ];
  if (planned.drawing % 2 === 0) block.push([]);
  return block;
}

/**
 * Writes one monthly export as XLSX from table `report`.
 * @returns the file and the number of its data rows
 */
export async function writeXlsxExport(
  session: Session,
  seed: number,
  planned: PlannedExport,
  folder: string,
): Promise<{ file: string; rows: number }> {
  const file = path.join(folder, `${planned.name}.xlsx`);
  const writer = openXlsxWriter(file, { sheet: 'Laporan' });
  for (const row of informationBlock(planned)) writer.addRow(row);
  writer.addRow(planned.columns);
  let rows = 0;
  const sql = exportSql(seed, planned, ['id_form', ...planned.columns]);
  for await (const [forms = [], ids = [], ...others] of session.chunks(sql)) {
    rows += ids.length;
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index] as string;
      const form = forms[index];
      const first = form === 1 ? Number(id) : form === 2 ? `${id}.0` : id;
      writer.addRow([first, ...others.map((column) => column[index] as string)]);
    }
  }
  writer.close();
  return { file, rows };
}
