import type { Highs } from 'highs';
import { certifyInBatches } from './certify.ts';
import { cleanUp } from './clean-up.ts';
import { type Known, nothingKnown, openOf, type Standard, standardsOf } from './interval.ts';
import { showKnownZeros } from './known-zeros.ts';
import { mend } from './mend.ts';
import type { Problem } from './problem.ts';
import { randomStream } from './random.ts';
import { simplePass } from './simple-pass.ts';
import { exactRecovery, partPairs } from './singletons.ts';

/** One step as it went, for the operator. */
export interface LogLine {
  readonly step:
    | 'simple-pass'
    | 'exact-recovery'
    | 'audit'
    | 'repair'
    | 'singletons'
    | 'known-zeros'
    | 'clean-up';
  readonly round: number;
  /** Gaps after the step. */
  readonly gaps: number;
  /** What the step found: gaps that can be computed, gaps not protected, pairs; or cells it hid or showed. */
  readonly found: number;
  readonly programs: number;
}

export interface Outcome {
  readonly log: LogLine[];
  readonly programs: number;
  readonly rounds: number;
  /** Gaps that nothing could protect. */
  readonly failing: number[];
  /** Pairs of gaps of which one complainant can still compute the other. */
  readonly betrayed: number;
}

/**
 * Steps B to F until nothing is left to mend. The known intervals are kept all along, since hiding more never
 * narrows one; so it ends.
 */
export function protect(
  highs: Highs,
  problem: Problem,
  { audit, singletons }: { audit: boolean; singletons: boolean },
): Outcome {
  const random = randomStream(5_314_159);
  const standards = standardsOf(problem);
  const known: readonly Known[] = standards.map(() => nothingKnown(problem.count));
  const log: LogLine[] = [];
  let programs = 0;
  let round = 1;
  const note = (step: LogLine['step'], found: number, solved = 0) => {
    programs += solved;
    log.push({ step, round, gaps: gapsOf(problem), found, programs: solved });
  };
  const stuck = new Set<number>();
  const stuckPairs = new Set<string>();
  for (; ; round++) {
    note('simple-pass', simplePass(problem, singletons).length);
    let { computable, betrayed } = exactRecovery(problem, random);
    note('exact-recovery', computable.size);
    if (!audit) {
      const left = singletons ? betrayed.length : 0;
      return { log, programs, rounds: round, failing: [...computable], betrayed: left };
    }
    let hidden = 0;
    standards.forEach((standard, index) => {
      const own = known[index] as Known;
      const solved = certifyInBatches(highs, problem, standard, own, computable, random);
      note('audit', openOf(problem, standard, own).length, solved);
      const mended = mend(highs, problem, standard, own, singletons, stuck);
      note('repair', mended.hidden, mended.programs);
      hidden += mended.hidden;
    });
    if (hidden > 0) continue;
    const end = (betrayedLeft: number): Outcome => {
      const showZeros = () => {
        const zeros = showKnownZeros(highs, problem, standards[0] as Standard, stuck);
        note('known-zeros', zeros.shown, zeros.programs);
      };
      showZeros();
      if (stuck.size + betrayedLeft === 0) {
        const tidied = cleanUp(highs, problem, standards, singletons, random);
        note('clean-up', tidied.shown, tidied.programs);
        // What protected nothing but zeros is gone.
        if (tidied.shown > 0) showZeros();
      }
      return { log, programs, rounds: round, failing: [...stuck], betrayed: betrayedLeft };
    };
    if (!singletons) return end(0);
    betrayed = betrayed.filter(({ by, variable }) => !stuckPairs.has(`${by},${variable}`));
    const parted = partPairs(highs, problem, betrayed, stuckPairs);
    note('singletons', betrayed.length, parted.programs);
    if (parted.hidden === 0) {
      return end(stuckPairs.size);
    }
  }
}

const gapsOf = (problem: Problem) => problem.hidden.reduce((sum, each) => sum + each, 0);
