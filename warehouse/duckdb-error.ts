/** What of a DuckDB error may be shown: no value of the data, the line of the SQL where known. */
export interface SqlProblem {
  why: string;
  /** Line of the SQL text that was run, from 1. */
  line: number | undefined;
  kind: 'locked' | 'memory' | 'other';
  /** The process that holds the file, where DuckDB names it. */
  pid: number | undefined;
}

/** Errors that speak of names and grammar only; all others may quote a value of the data. */
const safe = /^(Parser|Binder|Catalog|Syntax|Not implemented|Dependency|IO) Error/;
const locked = /Conflicting lock|Could not set lock|being used by another process|already open in/i;

/** Reads a DuckDB error; a value of the data never gets through, since it may be personal. */
export function sqlProblem(error: unknown): SqlProblem {
  const text = (error instanceof Error ? error.message : String(error)).replace(
    /^Failed to (extract|prepare|execute)[^:]*: /,
    '',
  );
  const line = /^LINE (\d+):/m.exec(text);
  const pid = /PID (\d+)/.exec(text);
  const head = (text.split(/\n\s*\n/)[0] ?? '').replaceAll(/\s*\n\s*/g, ' ').trim();
  return {
    why: safe.test(head) ? head : withoutValues(head),
    line: line ? Number(line[1]) : undefined,
    kind: locked.test(text) ? 'locked' : /^Out of Memory/.test(head) ? 'memory' : 'other',
    pid: pid ? Number(pid[1]) : undefined,
  };
}

/** The class of the error, with the type and column of a failed conversion. */
function withoutValues(head: string): string {
  // A full disk shows itself when a transaction ends; its text quotes paths only between marks.
  if (head.startsWith('TransactionContext Error')) return head.replaceAll(/(["']).*?\1/g, '…');
  const type = /\bto (?:type )?['"]?([A-Z][A-Z0-9_]+)\b/.exec(head)?.[1];
  const column = /source column (\w+)/.exec(head)?.[1];
  const parts = [head.split(':')[0], type && `to ${type}`, column && `of column ${column}`];
  return parts.filter(Boolean).join(' ');
}
