/** Plan files: what may be opened, what it is called, and a plan handed from one screen to the next. */
import type { Plan } from '@thousand-cities/model';
import { fileName } from '../../charts/download.ts';

/** Larger than any plan; reading more would only stall the browser. */
export const MAX_FILE_BYTES = 20_000_000;

/** Why a file was not opened, before its content was looked at. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
  readonly code: 'file-too-large' | 'file-empty' | 'file-not-text';

  constructor(code: FileRefusal['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Decode a plan file: UTF-8 or UTF-16 by its byte order mark.
 *
 * @throws {FileRefusal} for an empty or oversized file, or bytes that are no text (a spreadsheet, a picture)
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new FileRefusal('file-empty', 'the file holds nothing');
  if (bytes.length > MAX_FILE_BYTES) {
    throw new FileRefusal(
      'file-too-large',
      `${Math.round(bytes.length / 1e6)} MB; a plan has at most ${MAX_FILE_BYTES / 1e6} MB`,
    );
  }
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw Object.assign(new FileRefusal('file-not-text', 'the bytes are no text'), { cause });
  }
}

/** Name of a plan's file. */
export function planFileName(plan: Plan): string {
  return fileName([plan.city.name, plan.city.country, 'plan'], 'json');
}

/** Address of the screen for an opened plan. A plan without a city id lives under `opened`. */
export const planAddressId = (plan: Plan): string => plan.city.id ?? 'opened';

let handedOver: Plan | undefined;

/** Keep an opened plan for the screen that is about to show it. */
export function handOver(plan: Plan): void {
  handedOver = plan;
}

/** The plan handed over for an address, if any; it stays so that drawing twice finds it twice. */
export function handedPlan(id: string): Plan | undefined {
  return handedOver && planAddressId(handedOver) === id ? handedOver : undefined;
}

/** Forget the handed plan: the reader asked for the city's draft. */
export function forgetHanded(): void {
  handedOver = undefined;
}
