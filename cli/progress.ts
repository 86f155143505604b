import { secondsSince } from '../base/elapsed.ts';
import type { Lang } from '../base/locale.ts';
import { formatNumber } from '../base/numbers.ts';

/**
 * What is under way, on stderr: on a terminal one line that changes, with the seconds; elsewhere one
 * line a finished stage.
 */
export class Progress {
  private readonly stream: NodeJS.WriteStream;
  private readonly silent: boolean;
  private readonly lang: Lang;
  private started = 0;
  private timer: NodeJS.Timeout | undefined;
  private text = '';

  constructor(stream: NodeJS.WriteStream, silent: boolean, lang: Lang) {
    this.stream = stream;
    this.silent = silent;
    this.lang = lang;
  }

  /** A stage begins. */
  start(text: string): void {
    this.started = performance.now();
    this.update(text);
    if (this.silent || !this.stream.isTTY) return;
    this.timer ??= setInterval(() => this.draw(), 100).unref();
  }

  /** The same stage, another word for it. */
  update(text: string): void {
    this.text = text;
    this.draw();
  }

  /** The stage is done; `text` stays to be read. */
  done(text: string): void {
    this.stop();
    if (this.silent) return;
    this.stream.write(`${text} (${this.seconds()} ${this.unit})\n`);
  }

  /** The stage ended without success: leave the line free for the error. */
  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    if (!this.silent && this.stream.isTTY) this.stream.write('\r\x1b[2K');
  }

  private get unit(): string {
    return this.lang === 'id' ? 'detik' : 's';
  }

  private draw(): void {
    if (this.silent || !this.stream.isTTY) return;
    const line = `${this.text} … ${this.seconds()} ${this.unit}`;
    this.stream.write(`\r\x1b[2K${line.slice(0, (this.stream.columns || 80) - 1)}`);
  }

  private seconds(): string {
    return formatNumber(secondsSince(this.started), this.lang, 1);
  }
}
