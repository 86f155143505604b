import path from 'node:path';
import { measure, median } from './measure.ts';

/** `bukti --help` against bare `node -e 0`, in turn, 15 pairs after one warm-up. */
export async function startup(root: string): Promise<string[]> {
  const main = path.join(root, 'dist', 'cli', 'main.js');
  const bare: number[] = [];
  const help: number[] = [];
  for (let pair = 0; pair < 16; pair++) {
    const a = (await measure(process.execPath, ['-e', '0'])).seconds;
    const b = (await measure(process.execPath, [main, '--help'])).seconds;
    if (pair > 0) {
      bare.push(a);
      help.push(b);
    }
  }
  const ratio = median(help) / median(bare);
  return [
    `bukti --help: ${ms(help)} ms; node -e 0: ${ms(bare)} ms; ratio ${ratio.toFixed(2)} (median of 15)`,
  ];
}

const ms = (seconds: number[]) => (median(seconds) * 1000).toFixed(0);
