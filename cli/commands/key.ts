import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import { openSigningKey, publicPem } from '../../release/index.ts';
import { createContext } from '../context.ts';

/** Shows the key that releases are signed with, or its public half for others. */
export async function key(
  options: { public?: boolean; new?: boolean },
  command: Command,
): Promise<void> {
  const context = createContext(command);
  const { workspace } = context;
  const file = workspace.signingKey;
  if (!existsSync(file) && !options.new) {
    throw new BuktiError('release.key-none', { file }, exitStatus.keys);
  }
  const { keyId, publicKey, created } = openSigningKey(workspace);
  const pem = publicPem(publicKey);
  if (created) context.note('release.key-created', { file });
  if (options.public) context.write(pem.trimEnd());
  else context.print('release.key-shown', { key: keyId, file });
  context.result({ key_id: keyId, file, public_key: pem, created });
}
