/** Cross-references of the library: what one action says of another, and of sources. */
import type { ActionTemplate } from '@thousand-cities/model';
import type { TableRow } from '../table.ts';

interface Placed {
  readonly row: TableRow;
  readonly template: ActionTemplate;
}

/**
 * Check what no single row can: ids unique and known, exclusion mutual, requirements without a circle, sources listed.
 *
 * @param named action ids that other tables speak of
 * @param sources ids of all listed sources
 * @throws {TableError} at the row of the action at fault
 */
export function checkLibrary(placed: readonly Placed[], named: readonly string[], sources: ReadonlySet<string>): void {
  const byId = new Map<string, Placed>();
  for (const entry of placed) {
    if (byId.has(entry.template.id)) entry.row.fail('id', `"${entry.template.id}" appears twice`);
    byId.set(entry.template.id, entry);
  }
  const stranger = named.find((id) => !byId.has(id));
  if (stranger !== undefined)
    placed[0]?.row.fail('id', `other tables speak of "${stranger}", which is not listed here`);
  for (const { row, template } of placed) {
    checkNeighbours(row, template, byId);
    checkCircle(row, template, byId);
    for (const id of sourcesOf(template)) if (!sources.has(id)) row.fail('sources', `source "${id}" is not listed`);
    const lever = template.costs.find((cost) => cost.lever !== undefined && !template.levers[cost.lever]);
    if (lever) row.fail('id', `a cost of ${template.id} names lever ${lever.lever}, which it does not have`);
  }
}

/** Every source an action names, in levers and costs too. */
export function sourcesOf({ sources, levers, costs }: ActionTemplate): readonly string[] {
  return [
    ...sources,
    ...levers.flatMap(({ sizes }) => sizes.map(({ source }) => source)),
    ...costs.map((c) => c.source),
  ];
}

function checkNeighbours(row: TableRow, template: ActionTemplate, byId: ReadonlyMap<string, Placed>): void {
  for (const id of template.requires) if (!byId.has(id)) row.fail('requires', `there is no action "${id}"`);
  for (const id of template.excludes) {
    const other = byId.get(id) ?? row.fail('excludes', `there is no action "${id}"`);
    if (!other.template.excludes.includes(template.id)) row.fail('excludes', `"${id}" does not exclude it in turn`);
    if (template.requires.includes(id)) row.fail('excludes', `"${id}" is both required and excluded`);
  }
}

function checkCircle(row: TableRow, template: ActionTemplate, byId: ReadonlyMap<string, Placed>): void {
  const seen = new Set<string>();
  const queue = [...template.requires];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === template.id) row.fail('requires', `"${id}" comes to require itself`);
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(byId.get(id)?.template.requires ?? []));
  }
}
