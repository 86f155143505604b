import { formatDate, formatPeriod, languages, message } from '../../base/index.ts';
import { type PublicDisclosure, publicNote } from '../../disclosure/index.ts';
import type { PublishTable } from '../published/schema.ts';
import type { PublicManifest } from './public-manifest.ts';

/** README.id.md and README.md of a public folder: what it holds, how it is protected, how it may be used. */
export function readmes(
  manifest: Pick<PublicManifest, 'period' | 'version' | 'as_of' | 'synthetic' | 'provisional'>,
  tables: readonly Pick<PublishTable, 'name' | 'label'>[],
  disclosure: PublicDisclosure,
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
        tables.map(({ name, label }) => `- \`${name}.csv\`: ${label[lang]}`).join('\n'),
        message(lang, 'release.public.caveat'),
        message(lang, 'release.public.licence'),
        message(lang, 'release.public.check'),
        publicNote(disclosure, lang).replace(/^# /, '## ').trimEnd(),
      ].join('\n\n');
      return [lang === 'id' ? 'README.id.md' : 'README.md', `${text}\n`] as const;
    }),
  );
}
