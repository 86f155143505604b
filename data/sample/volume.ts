import { type Calendar, dayNumber, firstDate, lastDate } from './calendar.ts';
import { draw, drawKey } from './draw.ts';

/** By weekday from Sunday on: people write at work. */
const weekday = [0.5, 1.25, 1.2, 1.15, 1.1, 1.0, 0.6];
/** By month from January on: school entry in July, floods in January, the budget year's end. */
const season = [1.12, 1.05, 0.96, 0.94, 0.98, 1.0, 1.1, 1.04, 1.0, 0.98, 0.98, 0.88];
/** From the first to the last day the volume grows by a fifth. */
const growth = 0.2;
/** Share of all reports that belong to a campaign. */
const campaignShare = 0.026;

/** Near-identical reports about one thing from one place within a week. */
export interface Campaign {
  place: number;
  /** Index into the campaign categories. */
  topic: number;
  /** Reports by day number. */
  days: Map<number, number>;
}

export interface DayVolume {
  day: number;
  /** Consecutive ids, from this one on. */
  firstId: number;
  count: number;
  /** The last of the day's slots belong to campaigns: campaign number and reports. */
  campaigns: [campaign: number, count: number][];
}

function dayWeight(
  day: number,
  { calendar, steady }: { calendar: Calendar; steady: boolean },
  first: number,
  last: number,
  noise: number,
) {
  const date = new Date(Date.parse('2024-09-01') + day * 86_400_000);
  const near = [-3, -2, -1, 0, 1, 2, 3].some((step) => calendar.lebaran.has(day + step));
  const holiday = calendar.holiday.has(day) ? 0.5 : 1;
  return (
    (weekday[day % 7] ?? 1) *
    (steady ? 1 : (season[date.getUTCMonth()] ?? 1)) *
    (1 + ((steady ? 0 : growth) * (day - first)) / (last - first)) *
    (near ? 0.45 : holiday) *
    (0.88 + (0.24 * noise) / 2 ** 32)
  );
}

/** The campaigns of a world of `rows` reports. */
function planCampaigns(
  seed: number,
  rows: number,
  placeWeights: readonly number[],
  topics: number,
): Campaign[] {
  const key = drawKey(seed, 'campaigns');
  const first = dayNumber(firstDate);
  const last = dayNumber(lastDate);
  const count = Math.min(Math.max(Math.round(rows / 2500), 1), 400);
  const sizes = Array.from({ length: count }, (_, index) => 40 + (draw(key, index * 8) % 100));
  const scale = (rows * campaignShare) / sizes.reduce((sum, size) => sum + size, 0);
  const total = placeWeights.reduce((sum, weight) => sum + weight, 0);
  return sizes.map((size, index) => {
    let left = (draw(key, index * 8 + 1) / 2 ** 32) * total;
    const place = placeWeights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    // Monday of a week, then up to seven days.
    const weeks = Math.floor((last - first) / 7) - 1;
    const monday = first + 6 + 7 * (draw(key, index * 8 + 2) % weeks);
    const length = 3 + (draw(key, index * 8 + 3) % 4);
    const days = new Map<number, number>();
    for (let report = 0; report < Math.round(size * scale); report++) {
      const day = monday + (draw(key, 1_000_000 + index * 100_003 + report) % length);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    return { place, topic: draw(key, index * 8 + 4) % topics, days };
  });
}

/**
 * How many reports each day receives, campaigns included; the counts add up to `rows` exactly.
 * @param topics number of topics that campaigns are about
 */
export function planVolume(options: {
  seed: number;
  rows: number;
  calendar: Calendar;
  placeWeights: readonly number[];
  topics: number;
  /** Neither growth nor season: quarters differ by chance, holidays and campaigns alone. */
  steady?: boolean;
}): { days: DayVolume[]; campaigns: Campaign[] } {
  const { seed, rows, calendar, steady = false } = options;
  const first = dayNumber(firstDate);
  const last = dayNumber(lastDate);
  const campaigns = planCampaigns(seed, rows, options.placeWeights, options.topics);
  const byDay = new Map<number, [number, number][]>();
  let repeated = 0;
  for (const [index, campaign] of campaigns.entries()) {
    for (const [day, count] of [...campaign.days].sort((left, right) => left[0] - right[0])) {
      byDay.set(day, [...(byDay.get(day) ?? []), [index, count]]);
      repeated += count;
    }
  }
  const noise = drawKey(seed, 'noise of days');
  const weights = Array.from({ length: last - first + 1 }, (_, index) =>
    dayWeight(first + index, { calendar, steady }, first, last, draw(noise, index)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const base = rows - repeated;
  let passed = 0;
  let nextId = 1;
  let given = 0;
  const days = weights.map((weight, index): DayVolume => {
    passed += weight;
    const upTo = index === weights.length - 1 ? base : Math.floor((passed / total) * base);
    const own = upTo - given;
    given = upTo;
    const todays = byDay.get(first + index) ?? [];
    const count = own + todays.reduce((sum, [, reports]) => sum + reports, 0);
    const firstId = nextId;
    nextId += count;
    return { day: first + index, firstId, count, campaigns: todays };
  });
  return { days, campaigns };
}
