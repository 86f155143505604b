import { formatDate, formatPeriod, type Lang, languages, message } from '../../base/index.ts';
import { publicNote } from '../../disclosure/index.ts';
import { inFolder, isMatured } from './parts.ts';
import type { ProtectedPart } from './prepare-public.ts';
import type { PublicManifest } from './public-manifest.ts';

/** README.id.md and README.md of a public folder: what it holds, how it is protected, how it may be used. */
export function readmes(
  manifest: Pick<PublicManifest, 'period' | 'version' | 'as_of' | 'synthetic' | 'provisional'>,
  parts: readonly ProtectedPart[],
): Map<string, string> {
  const { period, version, as_of, synthetic, provisional } = manifest;
  return new Map(
    languages.map((lang) => {
      const params = { period: formatPeriod(period, lang), version };
      const marks = [
        ...(synthetic ? [message(lang, 'release.public.synthetic')] : []),
        ...(provisional ? [message(lang, 'release.public.provisional')] : []),
      ];
      const text = [
        `# ${message(lang, 'release.public.title', params)}`,
        ...marks.map((mark) => `**${mark}**`),
        message(lang, 'release.public.as-of', { day: formatDate(as_of, lang) }),
        ...parts.map((part) => tableList(part, lang)),
        message(lang, 'release.public.caveat'),
        message(lang, 'release.public.licence'),
        message(lang, 'release.public.check'),
        ...parts
          .slice(0, 1)
          .map(({ tables }) => publicNote(tables.disclosure, lang).replace(/^# /, '## ').trimEnd()),
      ].join('\n\n');
      return [lang === 'id' ? 'README.id.md' : 'README.md', `${text}\n`] as const;
    }),
  );
}

/** The tables of a part; of another period than the release's own that period before them. */
function tableList({ plan, tables }: ProtectedPart, lang: Lang): string {
  const { folder, period } = plan;
  const made = plan.tables.filter(({ name }) => tables.measures.has(name));
  const lines = made.map(({ name, label }) => {
    return `- \`${inFolder(folder, name)}.csv\`: ${label[lang]}`;
  });
  if (folder === '') return lines.join('\n');
  const key = made.some(({ name }) => isMatured(name)) ? 'matured' : 'year';
  const head = message(lang, `release.public.${key}`, { period: formatPeriod(period.id, lang) });
  return `${head}\n\n${lines.join('\n')}`;
}
