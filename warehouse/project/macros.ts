import { readFileSync } from 'node:fs';
import { BuktiError, exitStatus } from '../../base/index.ts';
import type { ProjectFile } from './layered-files.ts';

/** All macro files as one template, so that each sees the others whatever their order. */
export interface MacroLibrary {
  text: string;
  /** Macro names; a generic test `x` stands here as `test_x`. */
  names: string[];
  /** Names of the generic tests. */
  tests: string[];
  /** Where a line of `text` really stands. */
  locate(line: number): { file: string; line: number };
}

const block = /\{%-?\s*(macro|test|snapshot|materialization)\s+(\w+)/g;

/**
 * Joins the macro files. `{% test x(...) %}`, which Jinja does not know, becomes a macro `test_x` in
 * the same line.
 * @param extra further texts that may hold generic tests (singular test files may not)
 * @throws BuktiError `warehouse.duplicate`
 */
export function readMacros(files: ProjectFile[]): MacroLibrary {
  const parts: { file: string; first: number; text: string }[] = [];
  const owner = new Map<string, string>();
  const tests: string[] = [];
  let line = 1;
  for (const { file } of files) {
    const source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    for (const [, word, name] of withoutComments(source).matchAll(block)) {
      const key = word === 'test' ? `test_${name}` : (name as string);
      if (word === 'test') tests.push(name as string);
      const first = owner.get(key);
      if (first) {
        const params = { name: name as string, first, second: file };
        throw new BuktiError('warehouse.duplicate', params, exitStatus.usage);
      }
      owner.set(key, file);
    }
    const text = source
      .replaceAll(/(\{%-?\s*)test(\s+)(\w+)/g, '$1macro$2test_$3')
      .replaceAll(/(\{%-?\s*)endtest(\s*-?%\})/g, '$1endmacro$2');
    parts.push({ file, first: line, text });
    line += text.split('\n').length;
  }
  return {
    text: parts.map((part) => part.text).join('\n'),
    names: [...owner.keys()],
    tests,
    locate: (at) => {
      const part = parts.findLast((candidate) => candidate.first <= at) ?? parts[0];
      return { file: part?.file ?? '', line: part ? at - part.first + 1 : at };
    },
  };
}

/** Jinja comments blanked out, line breaks kept. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\{#[\s\S]*?#\}/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
}
