/** The solver of searches for a better plan: HiGHS compiled to WebAssembly, one thread. */
import { highsSolver, type HighsModule, type MilpSolver } from '@thousand-cities/model';

export async function loadSolver(): Promise<MilpSolver> {
  const highs = await import('highs');
  // The package's types describe its CommonJS face, in which the loader is one level further down.
  const load = highs.default as unknown as () => Promise<HighsModule>;
  return highsSolver(await load());
}
