import { closeSync, openSync, writeSync } from 'node:fs';
import { strToU8, Zip, ZipDeflate } from 'fflate';

/** Every entry bears this stamp, so that the same text gives the same bytes. */
const stamp = new Date(2026, 0, 1);
const chunkLength = 1 << 18;
/** The most that an entry can hold without ZIP64, which fflate does not write. */
const entryLimit = 0xffff_ffff;

/** An entry being written; one is finished before the next is begun. */
interface ZipEntryWriter {
  write(text: string): void;
  end(text?: string): void;
}

export interface ZipWriter {
  entry(name: string): ZipEntryWriter;
  /** Writes the directory; without it the file is no zip file. */
  close(): void;
  /** Lets go of the file as it is, after an error. */
  abandon(): void;
}

/**
 * Opens a zip file for writing. Text leaves as it comes, in pieces of 256 KiB; the same text gives the
 * same bytes on every machine and Node version, since fflate compresses and not the machine's zlib.
 * @throws Error as the file system gives it
 */
export function openZipWriter(file: string): ZipWriter {
  const target = openSync(file, 'w');
  let failure: Error | undefined;
  const zip = new Zip((error, data) => {
    if (error) failure = error;
    else writeSync(target, data);
  });
  return {
    entry(name) {
      const deflate = new ZipDeflate(name, { level: 1 });
      deflate.mtime = stamp;
      deflate.os = 0;
      zip.add(deflate);
      let text = '';
      let size = 0;
      const push = (last: boolean) => {
        const bytes = strToU8(text);
        text = '';
        size += bytes.length;
        if (size > entryLimit) throw new RangeError(`zip entry over 4 GiB: ${name}`);
        deflate.push(bytes, last);
        if (failure) throw failure;
      };
      return {
        write(more) {
          text += more;
          if (text.length >= chunkLength) push(false);
        },
        end(more = '') {
          text += more;
          push(true);
        },
      };
    },
    close() {
      zip.end();
      closeSync(target);
      if (failure) throw failure;
    },
    abandon: () => closeSync(target),
  };
}
