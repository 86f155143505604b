import os from 'node:os';
import path from 'node:path';
import type { Workspace } from '../base/index.ts';
import type { SessionOptions } from './session.ts';

let opened = 0;

/** Files of the warehouse folder, all in one place. */
export function warehousePaths(workspace: Workspace) {
  const at = (name: string) => path.join(workspace.warehouse, name);
  return {
    folder: workspace.warehouse,
    /** Held open by the one writer. */
    lock: at('lock.duckdb'),
    lockOwner: at('lock.json'),
    /** The writer's own: what will be published. */
    build: at('build.duckdb'),
    /** What the last build made where a data test refused it; to be looked at, read by nobody. */
    failed: at('failed.duckdb'),
    tmp: at('tmp'),
    compiled: at('compiled'),
    pointer: at('current.json'),
  };
}

/** 60 % of the memory that is free now, as DuckDB writes it. */
function defaultMemoryLimit(): string {
  const free = Math.min(os.freemem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return `${Math.max(256, Math.floor((free * 0.6) / 2 ** 20))}MiB`;
}

/**
 * Memory, threads and a spill folder of its own (two processes may not share one) for a session.
 * Options go before bukti.yaml, bukti.yaml before the defaults.
 */
export function sessionOptions(
  workspace: Workspace,
  options: { memoryLimit?: string | undefined; threads?: number | undefined } = {},
): SessionOptions & { memoryLimit: string; tempDirectory: string } {
  opened += 1;
  return {
    memoryLimit: options.memoryLimit ?? workspace.config.memory_limit ?? defaultMemoryLimit(),
    threads: options.threads ?? workspace.config.threads,
    tempDirectory: path.join(warehousePaths(workspace).tmp, `${process.pid}-${opened}`),
  };
}
