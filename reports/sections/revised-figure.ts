import type { Figure } from '../../release/index.ts';
import { figureText } from '../text/figure.ts';
import { type Html, html } from '../text/html.ts';
import { type Context, capital } from './context.ts';
import { definitionOf } from './definition-link.ts';

/** The figure with the value that it had; its own sign where it had none. */
export function writtenBefore(context: Context, figure: Figure, value: number | null): string {
  return figureText({ ...figure, value, status: 'not_available' }, context.voice);
}

/** `Laporan masuk: jumlah`, with a way to its definition. */
export function nameCell({ release, lang }: Context, figure: Figure): Html {
  const { metric, statistic } = figure;
  const name = `${capital(release.label('metric', metric, lang))}: ${release.label('statistic', statistic, lang)}`;
  return html`<a class="def" href="#def-${definitionOf(figure)}">${name}</a>`;
}
