import type { MessageKey, MessageParams } from '../../base/index.ts';

/** One thing that is not as it was sealed, in the words of the catalogue. */
export interface Problem {
  key: MessageKey;
  params: MessageParams;
}
