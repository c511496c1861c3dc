/** The thread of a job that computes: started for it, and ended with it. */
import type { ReferenceSlice } from '@thousand-cities/model';
import { Thread } from '../../thread/thread.ts';
import type { Answers, Question } from './messages.ts';

export type Compute = Thread<Question, Answers>;

/** Plans come from outside; a sum over thousands of them needs room. */
const MEMORY_MB = 1024;

/** @param sliceOf what is to be known of a country, asked for once */
export function createCompute(sliceOf: (iso3: string) => ReferenceSlice): Compute {
  return new Thread({ file: new URL('./compute', import.meta.url), memoryMb: MEMORY_MB, give: sliceOf });
}
