import {
  type Calendar,
  type Drawing,
  dayNumber,
  drawingOf,
  finalDate,
  firstDate,
  lastDate,
  months,
  monthTag,
} from './calendar.ts';
import { draw, drawKey } from './draw.ts';
import { type ExportSelection, exportColumns } from './export-sql.ts';

/** One export of the sample: what stands in it, under which name, in which order of columns. */
export interface PlannedExport extends ExportSelection {
  name: string;
  /** What period it is about, for its information block. */
  title: string;
  /** ISO day on which it is drawn. */
  date: string;
  columns: string[];
}

/** The order of the columns varies; `Tracking ID` is always the first. */
function shuffledColumns(drawing: number): string[] {
  const [first, ...rest] = exportColumns;
  const key = drawKey(45, `columns ${drawing}`);
  // Two exports in three keep the usual order but for some moved columns.
  const moves = drawing % 3 === 0 ? 0 : drawing % 3 === 1 ? 3 : 25;
  for (let move = 0; move < moves; move++) {
    const [column] = rest.splice(draw(key, 2 * move) % rest.length, 1);
    rest.splice(draw(key, 2 * move + 1) % (rest.length + 1), 0, column as (typeof rest)[number]);
  }
  return [first, ...rest];
}

function plan(
  drawings: readonly (Drawing & { name: string; title: string })[],
  calendar: Calendar,
): PlannedExport[] {
  return drawings.map((drawing, index) => {
    const previous = drawings[index - 1];
    return {
      ...drawing,
      cut: calendar.ordinal[drawing.drawn] as number,
      previousCut: previous && (calendar.ordinal[previous.drawn] as number),
      drawing: index,
      columns: shuffledColumns(index),
    };
  });
}

/** The 24 monthly exports, `SINTETIS-Ekspor-Okt-2024` to `SINTETIS-Ekspor-Sep-2026`. */
export function monthlyExports(calendar: Calendar): PlannedExport[] {
  const drawings = months.map((month) => {
    const tag = monthTag(month);
    return {
      ...drawingOf(month, calendar),
      name: `SINTETIS-Ekspor-${tag}`,
      title: tag.replace('-', ' '),
    };
  });
  return plan(drawings, calendar);
}

/** Three yearly exports for large samples; the last is drawn with the attributes and the events. */
export function yearlyExports(calendar: Calendar): PlannedExport[] {
  const drawings = ['2024', '2025', '2026'].map((year) => {
    const date = year === '2026' ? finalDate : `${Number(year) + 1}-01-23`;
    return {
      from: dayNumber(year === '2024' ? firstDate : `${year}-01-01`),
      to: dayNumber(year === '2026' ? lastDate : `${year}-12-31`),
      drawn: dayNumber(date),
      date,
      name: `SINTETIS-Ekspor-${year}`,
      title: year,
    };
  });
  return plan(drawings, calendar);
}
