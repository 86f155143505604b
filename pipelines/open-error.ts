import { BuktiError } from '../base/index.ts';
import { XlsxError } from '../base/xlsx-read.ts';

/** A failure of opening or reading a file as a sentence; anything else is given back as it is. */
export function readingError(file: string, error: unknown): unknown {
  if (error instanceof XlsxError) {
    const key = error.problem === 'no_sheet' ? 'pipelines.no-sheet' : 'pipelines.truncated';
    return new BuktiError(key, { file });
  }
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return new BuktiError('pipelines.no-file', { file });
    case 'EISDIR':
      return new BuktiError('pipelines.folder', { file });
    case 'EBUSY':
      return new BuktiError('pipelines.in-use', { file });
    case 'EACCES':
    case 'EPERM':
      return new BuktiError(
        process.platform === 'win32' ? 'pipelines.in-use' : 'pipelines.unreadable',
        { file },
      );
    default:
      return error;
  }
}
