/** Reading and writing plan documents with the model's own reader. Loaded when first needed: the schema checker is large. */
import { readPlan, writePlan, type Plan } from '@thousand-cities/model';
import { MAX_FILE_BYTES, FileRefusal, textOf } from './state.ts';

/**
 * Open a plan file.
 *
 * @throws {FileRefusal | DomainError} saying why it is no plan
 */
export async function planFrom(file: File): Promise<Plan> {
  if (file.size > MAX_FILE_BYTES) {
    throw new FileRefusal(
      'file-too-large',
      `${Math.round(file.size / 1e6)} MB; a plan has at most ${MAX_FILE_BYTES / 1e6} MB`,
    );
  }
  return readPlan(textOf(new Uint8Array(await file.arrayBuffer())));
}

export { writePlan };
