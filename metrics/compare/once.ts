import type { Session } from '../../warehouse/index.ts';
import type { MetricsContext } from '../context.ts';

/** What is read of a warehouse only where one asks, and then once for all queries of a context. */
export function oncePerContext<Value>(
  read: (session: Session) => Promise<Value>,
): (session: Session, context: MetricsContext) => Promise<Value> {
  const known = new WeakMap<MetricsContext, Promise<Value>>();
  return (session, context) => {
    const value = known.get(context) ?? read(session);
    known.set(context, value);
    return value;
  };
}
