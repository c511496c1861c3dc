/** Cities from plan files: one file at a time, each read, worked out and let go. */
import { createHash } from 'node:crypto';
import { cityPathsOf, type CityPaths } from '@thousand-cities/model';
import type { ReferenceSet } from '@thousand-cities/reference';
import { Refusal } from '../failure.ts';
import { aboutFile, planIn, readPlanBytes } from '../files.ts';
import type { Progress } from '../progress.ts';
import type { Gathered, TakeCity } from './gather.ts';
import { refusalOf } from './refusal.ts';
import type { Found } from './walk.ts';

/** Work out every plan among the files, in their order. Of two files with the same bytes the first is taken. */
export function gatherPlans(
  kind: Gathered['kind'],
  files: readonly Found[],
  reference: ReferenceSet,
  take: TakeCity,
  progress: Progress,
): Gathered {
  const gathered: Gathered = { kind, files: 0, refusals: [], passedOver: [], findings: [] };
  const contents = new Map<string, string>();
  files.forEach((found, i) => {
    progress.show(i, files.length);
    const { file } = found;
    if (found.kind === 'passed-over') gathered.passedOver.push({ file, reason: found.reason });
    else if (found.kind === 'refused') {
      gathered.refusals.push({ file, reason: found.reason, remedy: found.remedy });
    } else {
      gathered.files++;
      try {
        take(cityIn(file, reference, contents));
      } catch (error) {
        gathered.refusals.push(refusalOf(file, error));
      }
    }
  });
  progress.end();
  return gathered;
}

/** @throws {DomainError | Refusal} for anything that is no plan, or the bytes of another file; system errors pass through */
function cityIn(file: string, reference: ReferenceSet, contents: Map<string, string>): CityPaths {
  const bytes = readPlanBytes(file);
  const content = createHash('sha256').update(bytes).digest('hex');
  const twin = contents.get(content);
  if (twin !== undefined) throw new Refusal(`holds the same bytes as ${twin}\n  remedy: remove one of the two`);
  const city = aboutFile(file, () => cityPathsOf(planIn(file, bytes), reference, { origin: file }));
  contents.set(content, file);
  return city;
}
