/** A file of inventories as it would be taken over, and what of it would not: read, never written. */
import type { FormatError } from '@thousand-cities/formats';
import { looksLikeWorkbook, readInventoryTable, readInventoryWorkbook, type FilePlace, type InventoryTable, type InventoryTableOptions } from '@thousand-cities/formats'; // prettier-ignore
import type { GwpSetId } from '@thousand-cities/model';

/** What is asked of a file. */
export interface TableRequest {
  readonly file: string;
  readonly sheet?: string;
  readonly gwpSet?: GwpSetId;
}

/** A row or file that cannot be read, as it is told to people. */
export interface TableRefusal {
  readonly code: string;
  readonly place: FilePlace;
  /** What stands in the cell. */
  readonly given?: string;
  readonly problem: string;
  readonly remedy: string;
}

/** A table with the rows of it that were refused. */
export interface TablePreview extends InventoryTable {
  readonly sheet: string | null;
  readonly refusals: readonly TableRefusal[];
  /** Refused rows that are not listed. */
  readonly moreRefusals: number;
}

/** Rows of one file: 54 references × ten activities × forty years. */
const MOST_ROWS = 20_000;
/** Refusals that are listed: nobody reads more before correcting. */
const MOST_REFUSALS = 200;

/**
 * Read a table or workbook for a preview.
 *
 * @throws {FormatError} when the file as a whole cannot be read; with `choices` where a sheet must be chosen
 */
export async function previewTable(bytes: Uint8Array, request: TableRequest): Promise<TablePreview> {
  const refusals: TableRefusal[] = [];
  let moreRefusals = 0;
  const { file, sheet, gwpSet } = request;
  const options: InventoryTableOptions = {
    file,
    maxRows: MOST_ROWS,
    ...(gwpSet !== undefined && { gwpSet }),
    ...(await tools()),
    refused: (error) => {
      if (refusals.length < MOST_REFUSALS) refusals.push(refusalOf(error));
      else moreRefusals++;
    },
  };
  if (!looksLikeWorkbook(bytes)) {
    return { ...(await readInventoryTable([bytes], options)), sheet: null, refusals, moreRefusals };
  }
  const book = await readInventoryWorkbook(bytes, { ...options, ...(sheet !== undefined && { sheet }) });
  return { ...book, refusals, moreRefusals };
}

export function refusalOf({ code, place, given, problem, remedy }: FormatError): TableRefusal {
  return { code, place, ...(given !== undefined && { given }), problem, remedy };
}

type Tools = Required<Pick<InventoryTableOptions, 'calculator' | 'countryCode'>>;
let made: Promise<Tools> | undefined;

/** Factors and country names, read from disk when the first file comes. */
function tools(): Promise<Tools> {
  made ??= makeTools();
  return made;
}

async function makeTools(): Promise<Tools> {
  const { factorLibrary, loadReference } = await import('@thousand-cities/reference/node');
  const { activityCalculator, countryCodes } = await import('@thousand-cities/formats');
  const reference = loadReference();
  return {
    countryCode: countryCodes(reference.places.countries),
    calculator: activityCalculator({
      factors: factorLibrary(),
      gwpSet: reference.gwpSet,
      country: reference.country,
      place: (iso3) => reference.places.country(iso3),
    }),
  };
}
