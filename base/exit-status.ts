/** What the process tells its caller; listed in docs/cli.md. */
export const exitStatus = {
  ok: 0,
  /** A bug in Bukti. */
  internal: 1,
  /** A wrong command, option or bukti.yaml. */
  usage: 2,
  /** An input that cannot be taken; nothing was changed. */
  input: 3,
  /** A data test failed; readers stay on the build before. */
  test: 4,
  /** Another process is writing. */
  locked: 5,
  /** Keys missing, unreadable, or readable by others. */
  keys: 6,
  /** A release, or a file of it, is not what was sealed. */
  unverified: 7,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
