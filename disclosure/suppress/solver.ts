import highsModule, { type Highs } from 'highs';

// The package declares itself CommonJS while its import condition is a module: what is typed as a namespace
// is the loader itself.
const load = highsModule as unknown as () => Promise<Highs>;

/** A solver of its own: HiGHS compiled to WebAssembly, one thread, MIT. */
export function loadSolver(): Promise<Highs> {
  return load();
}
