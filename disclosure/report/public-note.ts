import { type Lang, type MessageKey, type MessageParams, message } from '../../base/index.ts';
import type { PublicDisclosure } from '../cells/public-files.ts';

/**
 * What readers of the published tables are told: the method and its public parameters, how to read the
 * files, and nothing of any cell. Markdown.
 */
export function publicNote(disclosure: PublicDisclosure, lang: Lang): string {
  const say = (key: MessageKey, params: MessageParams = {}) => message(lang, key, params);
  const { method, parameters, hidden } = disclosure;
  const lines = [`# ${say('disclosure.note.title')}`, ''];
  if (method === 'perturb') {
    const { deviation: D = 0, variance: V = 0, hidden: js = 0 } = parameters;
    lines.push(say('disclosure.note.perturb', { D, V }), '');
    lines.push(`- ${say('disclosure.note.perturb-sums')}`);
    if (js > 0) lines.push(`- ${say('disclosure.note.perturb-never', { js })}`);
    lines.push(`- ${say('disclosure.note.perturb-zero', { D })}`);
    lines.push(`- ${say('disclosure.note.perturb-rates')}`);
  } else {
    lines.push(say('disclosure.note.suppress', { T: parameters.threshold ?? 0 }), '');
    lines.push(`- ${say('disclosure.note.suppress-why')}`);
    lines.push(`- ${say('disclosure.note.suppress-zero')}`);
    if (hidden !== undefined) lines.push(`- ${say('disclosure.note.suppress-hidden', { hidden })}`);
    if (disclosure.audit) lines.push(`- ${say('disclosure.note.suppress-audit')}`);
  }
  lines.push('', say('disclosure.note.status'), '');
  for (const status of ['A', 'Q', 'M', 'U'] as const) {
    lines.push(
      `- \`${status}\`: ${say(`disclosure.note.status-${status.toLowerCase() as 'a' | 'q' | 'm' | 'u'}`)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
