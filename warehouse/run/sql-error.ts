import { BuktiError, exitStatus } from '../../base/index.ts';
import { sqlProblem } from '../duckdb-error.ts';

/** A piece of SQL on its way into DuckDB, with where it came from and where it can be looked at. */
export interface RunnableSql {
  name: string;
  file: string;
  template: string;
  /** What was compiled from the template. */
  sql: string;
  compiled: string;
  /** Lines that the runner put in front of the compiled SQL. */
  offset: number;
}

/** A failed statement as a sentence that names the line in the template and in the compiled SQL. */
export function sqlError(error: unknown, source: RunnableSql, memoryLimit: string): BuktiError {
  const problem = sqlProblem(error);
  if (problem.kind === 'memory') {
    return new BuktiError('warehouse.memory', { model: source.name, limit: memoryLimit });
  }
  const compiledLine = Math.max(1, (problem.line ?? 1) - source.offset);
  const params = {
    file: source.file,
    line: templateLine(source.template, source.sql, compiledLine),
    model: source.name,
    why: problem.why,
    compiled: source.compiled,
    compiledLine,
  };
  return new BuktiError('warehouse.sql', params, exitStatus.usage);
}

/**
 * The template's line for a line of the compiled SQL: the nearest line at or before it that stands
 * word for word in the template, exactly once.
 */
function templateLine(template: string, sql: string, compiledLine: number): number {
  const lines = template.split('\n').map((line) => line.trim());
  const compiled = sql.split('\n').map((line) => line.trim());
  for (let at = compiledLine - 1; at >= 0; at -= 1) {
    const text = compiled[at] ?? '';
    if (text.length < 3) continue;
    const first = lines.indexOf(text);
    if (first >= 0 && lines.lastIndexOf(text) === first) {
      return Math.min(lines.length, first + 1);
    }
  }
  return Math.min(lines.length, compiledLine);
}
