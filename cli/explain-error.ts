import { CommanderError } from 'commander';
import { BuktiError } from '../base/errors.ts';
import { type ExitStatus, exitStatus } from '../base/exit-status.ts';
import type { Lang } from '../base/locale.ts';
import { type MessageKey, message } from '../base/messages/index.ts';

/**
 * Says an error on stderr as one sentence in the user's language (with `--json` as one object) and
 * returns the exit status. What is no BuktiError is a bug of ours: its place is given, its text is
 * not, since a library's text may quote a value of the data.
 */
export function explain(error: unknown, lang: Lang, json: boolean): ExitStatus {
  const { key, text, status } = describe(error, lang);
  process.stderr.write(
    json ? `${JSON.stringify({ error: { key, message: text, status } })}\n` : `${text}\n`,
  );
  return status;
}

function describe(error: unknown, lang: Lang): { key: string; text: string; status: ExitStatus } {
  if (error instanceof BuktiError) {
    return { key: error.key, text: message(lang, error.key, error.params), status: error.status };
  }
  if (error instanceof CommanderError) {
    const key = usageKeys[error.code] ?? 'cli.usage';
    const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
    const near = /Did you mean (?:one of )?(\S+?),?\)?\?/.exec(error.message)?.[1] ?? '';
    const hint = near ? message(lang, 'cli.did-you-mean', { near: near.replace(/\?$/, '') }) : '';
    const text = message(lang, key, { word: quoted, hint }).trim();
    return { key, text, status: exitStatus.usage };
  }
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const place = stack
    .split('\n')
    .find((line) =>
      /^\s+at .*[/\\](dist|cli|base|pipelines|erasure|warehouse|metrics|release|reports|disclosure|data)[/\\]/.test(
        line,
      ),
    );
  const kind = error instanceof Error ? error.name : typeof error;
  const at = place?.trim().replace(/^at /, '') ?? '?';
  if (process.env.BUKTI_DEBUG) process.stderr.write(`${stack}\n`);
  return {
    key: 'cli.internal',
    text: message(lang, 'cli.internal', { kind, at }),
    status: exitStatus.internal,
  };
}

const usageKeys: Partial<Record<string, MessageKey>> = {
  'commander.unknownOption': 'cli.unknown-option',
  'commander.missingArgument': 'cli.missing-argument',
  'commander.optionMissingArgument': 'cli.option-missing-argument',
  'commander.invalidArgument': 'cli.invalid-argument',
  'commander.excessArguments': 'cli.excess-arguments',
};
