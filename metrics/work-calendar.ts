import type { IsoDate } from '../base/index.ts';
import type { Session } from '../warehouse/index.ts';

export type CalendarName = 'indonesia' | 'weekdays';

/** W(d): working days up to and including a day, from dim_date. */
export class WorkCalendar {
  private readonly days: IsoDate[];
  private readonly ordinals: Record<CalendarName, number[]>;
  private readonly index: Map<IsoDate, number>;

  constructor(days: IsoDate[], ordinals: Record<CalendarName, number[]>) {
    this.days = days;
    this.ordinals = ordinals;
    this.index = new Map(days.map((day, position) => [day, position]));
  }

  static async read(session: Session): Promise<WorkCalendar> {
    const days: IsoDate[] = [];
    const ordinals: Record<CalendarName, number[]> = { indonesia: [], weekdays: [] };
    const sql = `select cast(date_day as varchar), w_indonesia, w_weekdays
      from dim_date order by date_day`;
    for await (const [day, indonesia, weekdays] of session.chunks(sql)) {
      days.push(...(day as IsoDate[]));
      ordinals.indonesia.push(...(indonesia as number[]));
      ordinals.weekdays.push(...(weekdays as number[]));
    }
    return new WorkCalendar(days, ordinals);
  }

  /** The last day that the calendar knows; `undefined` for an empty one. */
  get last(): IsoDate | undefined {
    return this.days.at(-1);
  }

  /** W(day); `undefined` outside the calendar. */
  ordinal(day: IsoDate, calendar: CalendarName): number | undefined {
    const position = this.index.get(day);
    return position === undefined ? undefined : this.ordinals[calendar][position];
  }

  /** The first day that is `workingDays` working days after `day`; `undefined` where it ends before. */
  after(day: IsoDate, workingDays: number, calendar: CalendarName): IsoDate | undefined {
    const start = this.index.get(day);
    if (start === undefined) return undefined;
    const ordinals = this.ordinals[calendar];
    const wanted = (ordinals[start] as number) + workingDays;
    for (let position = start; position < this.days.length; position++) {
      if ((ordinals[position] as number) >= wanted) return this.days[position];
    }
    return undefined;
  }
}
