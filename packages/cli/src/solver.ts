/** Load HiGHS for the command line. */
import { highsSolver, type HighsModule, type MilpSolver } from '@thousand-cities/model';
import * as highs from 'highs';

/** The solver that the command line uses: HiGHS compiled to WebAssembly, one thread. */
export async function loadSolver(): Promise<MilpSolver> {
  // The package's types describe its CommonJS face, in which the loader is one level further down.
  const load = highs.default as unknown as () => Promise<HighsModule>;
  return highsSolver(await load());
}
