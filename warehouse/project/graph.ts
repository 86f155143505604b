import { BuktiError, exitStatus } from '../../base/index.ts';

interface GraphNode {
  name: string;
  file: string;
  refs: string[];
}

/**
 * An order in which every node follows those it refers to; among equals as given.
 * @throws BuktiError `warehouse.cycle`, the circle drawn as `a -> b -> a`
 */
export function inDependencyOrder<N extends GraphNode>(nodes: N[]): N[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const done = new Set<string>();
  const path: string[] = [];
  const ordered: N[] = [];
  const visit = (node: N): void => {
    if (done.has(node.name)) return;
    const start = path.indexOf(node.name);
    if (start >= 0) {
      const circle = [...path.slice(start), node.name].join(' -> ');
      throw new BuktiError('warehouse.cycle', { file: node.file, path: circle }, exitStatus.usage);
    }
    path.push(node.name);
    for (const ref of node.refs) {
      const target = byName.get(ref);
      if (target) visit(target);
    }
    path.pop();
    done.add(node.name);
    ordered.push(node);
  };
  for (const node of nodes) visit(node);
  return ordered;
}
