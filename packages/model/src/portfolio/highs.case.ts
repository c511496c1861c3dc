/** The real solver, for tests. */
import * as highs from 'highs';
import { highsSolver, type HighsModule } from './highs-format.ts';

// The package's types describe its CommonJS face, in which the loader is one level further down.
const load = highs.default as unknown as () => Promise<HighsModule>;

export const solver = highsSolver(await load());
