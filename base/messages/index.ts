import type { Lang } from '../locale.ts';
import { formatNumber } from '../numbers.ts';
import { askingMessages } from './asking.ts';
import { attackShownMessages } from './attack/shown.ts';
import { attackMessages } from './attack.ts';
import { baseMessages } from './base.ts';
import { cliMessages } from './cli.ts';
import { disclosureMessages } from './disclosure.ts';
import { exportMessages } from './export.ts';
import { forgetMessages } from './forget.ts';
import { metricsMessages } from './metrics.ts';
import { pipelinesMessages } from './pipelines.ts';
import { protectInputMessages } from './protect/more-inputs.ts';
import { protectMessages } from './protect.ts';
import { publishMessages } from './publish.ts';
import { breakMessages } from './release/breaks.ts';
import { calendarMessages } from './release/calendar.ts';
import { compareMessages } from './release/compare.ts';
import { erasedMessages } from './release/erased.ts';
import { publicMessages } from './release/public.ts';
import { publicExportMessages } from './release/public-export.ts';
import { revisionMessages } from './release/revisions.ts';
import { verifyMessages } from './release/verify.ts';
import { releaseMessages } from './release.ts';
import { reportsMessages } from './reports.ts';
import { sampleMessages } from './sample.ts';
import { warehouseMessages } from './warehouse.ts';

/** The one catalogue: every sentence and label that a person reads, in both languages. */
export const catalogue = {
  ...askingMessages,
  ...attackMessages,
  ...attackShownMessages,
  ...baseMessages,
  ...breakMessages,
  ...calendarMessages,
  ...cliMessages,
  ...compareMessages,
  ...disclosureMessages,
  ...erasedMessages,
  ...exportMessages,
  ...forgetMessages,
  ...metricsMessages,
  ...pipelinesMessages,
  ...publishMessages,
  ...protectInputMessages,
  ...protectMessages,
  ...releaseMessages,
  ...reportsMessages,
  ...revisionMessages,
  ...sampleMessages,
  ...publicExportMessages,
  ...publicMessages,
  ...verifyMessages,
  ...warehouseMessages,
} as const satisfies Record<string, Record<Lang, string>>;

export type MessageKey = keyof typeof catalogue;
export type MessageParams = Record<string, string | number>;

/**
 * The text of a key with its `{placeholders}` filled in; numbers are written as the language has
 * them (whole numbers grouped; a placeholder `{year:plain}` or `{line:plain}` is not grouped).
 */
export function message(lang: Lang, key: MessageKey, params: MessageParams = {}): string {
  const template: string = catalogue[key][lang];
  return template.replace(/\{(\w+)(:plain)?\}/g, (whole, name: string, plain?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (typeof value === 'string' || plain) return String(value);
    return formatNumber(value, lang, Number.isInteger(value) ? 0 : 1);
  });
}
