/**
 * The thread in which files are read and written: a workbook of ten megabytes takes seconds, and what unpacks to more than anybody
 * meant must not take the memory of the pages.
 */
import { FormatError, inventoryCsvTable, inventoryWorkbook } from '@thousand-cities/formats';
import { inventoryOf } from '@thousand-cities/model';
import { answering } from '../thread/far.ts';
import { checkedInventory, checkedPlan, type DocumentKind } from '@thousand-cities/store';
import { valueOf } from '../workspace/body.ts';
import type { Answers, LargeBody, NotRead, Previewed, Question, Written } from './messages.ts';
import { previewTable, refusalOf } from './preview.ts';

answering<Question>((question): Promise<Answers[keyof Answers]> | LargeBody => {
  switch (question.kind) {
    case 'preview':
      return preview(question);
    case 'csv':
    case 'xlsx':
      return written(question);
    case 'inventory':
    case 'plan':
      return body(question);
  }
});

function body({ kind, text }: { readonly kind: DocumentKind; readonly text: string }): LargeBody {
  const value = valueOf(text);
  if (typeof value !== 'object' || value === null || !('document' in value)) return { rest: value };
  const { document, ...rest } = value;
  const checked = kind === 'plan' ? checkedPlan(document) : checkedInventory(document);
  return { rest, document: { text: checked.text, year: checked.year } };
}

async function preview({ bytes, request }: Extract<Question, { kind: 'preview' }>): Promise<Previewed | NotRead> {
  try {
    const found = await previewTable(bytes, request);
    const entries = found.entries.map(({ inventory, ...entry }) => ({ ...entry, document: inventory }));
    return { json: JSON.stringify({ ...found, entries }) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const { code, message, choices } = error;
    return { code, message, members: { ...refusalOf(error), choices } };
  }
}

async function written({ kind, text }: { readonly kind: 'csv' | 'xlsx'; readonly text: string }): Promise<Written> {
  const inventory = inventoryOf(JSON.parse(text));
  const bytes = kind === 'csv' ? new TextEncoder().encode(inventoryCsvTable(inventory)) : await inventoryWorkbook(inventory); // prettier-ignore
  return { bytes, city: inventory.city.name, year: inventory.year };
}
