import { type ExitStatus, exitStatus } from './exit-status.ts';
import type { MessageKey, MessageParams } from './messages/index.ts';
import { message } from './messages/index.ts';

/**
 * An error a user can act on: a full sentence from the catalogue that names the place, the kind of
 * problem and the next step. It never carries a personal value.
 *
 * `status` is the exit status of the process (see exit-status.ts).
 */
export class BuktiError extends Error {
  readonly key: MessageKey;
  readonly params: MessageParams;
  readonly status: ExitStatus;

  constructor(key: MessageKey, params: MessageParams = {}, status: ExitStatus = exitStatus.input) {
    super(message('en', key, params));
    this.name = 'BuktiError';
    this.key = key;
    this.params = params;
    this.status = status;
  }
}
