/** Inventories in a browser: years side by side, a workbook taken over, a base year recalculated, and what hangs on a row. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { inventoryWorkbook } from '@thousand-cities/formats';
import { inventoryOf, isMissing, type Inventory } from '@thousand-cities/model';
import { axeInBothThemes, axeViolations, openWorkspaceStage, type Stage } from './browser.ts';

let stage: Stage;
let cityId: string;
/** Earliest and latest inventory of the demo's city. */
let early: string;
let late: string;

interface Items {
  readonly items: readonly { readonly id: string; readonly name: string; readonly year: number }[];
}
const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${stage.url}/api/v1${path}`)).json()) as T;
const newest = async (id: string): Promise<Inventory> =>
  inventoryOf((await ask<{ document: unknown }>(`/cities/${cityId}/inventories/${id}`)).document);

/** The demo's store opens beside the page. */
async function demoCity(): Promise<string> {
  for (let tries = 0; tries < 240; tries++) {
    const me = await ask<{ cities?: readonly { id: string; name: string }[] }>('/me');
    const found = me.cities?.find(({ name }) => name === 'Semarang');
    if (found) return found.id;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the demo has no Semarang');
}

beforeAll(async () => {
  stage = await openWorkspaceStage();
  cityId = await demoCity();
  const { items } = await ask<Items>(`/cities/${cityId}/inventories`);
  const byYear = items.toSorted((one, other) => one.year - other.year);
  [early, late] = [byYear[0]!.id, byYear.at(-1)!.id];
}, 120_000);
afterEach(async () => {
  await stage.clear();
  // A refused upload is answered 415 or 422, a choice that another made before 409; the browser reports it, the page says it in words.
  expect(stage.faults().filter((fault) => !/409|41[35]|422/.test(fault))).toEqual([]);
});
afterAll(() => stage.close());

const small = { viewport: { width: 375, height: 812 } };
const isWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
const years = async (options = {}): Promise<Page> => {
  const page = await stage.open(`/workspace/${cityId}/inventories`, options);
  await page.locator('.years-table').waitFor();
  return page;
};
const room = (page: Page, name: RegExp) => page.locator('summary', { hasText: name });

describe('years side by side', () => {
  it('add up by sector with their gaps, can be compared and downloaded, and get another year', async () => {
    const page = await years();
    const before = await page.locator('.year-head').count();
    expect(await page.locator('.years-table .total').innerText()).toMatch(/CO₂e[\s\S]*gap/);
    expect(await axeInBothThemes(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /as a workbook/ }).last().click(); // prettier-ignore
    expect((await download).suggestedFilename()).toMatch(/^Semarang \d{4} v\d+\.xlsx$/);
    await room(page, /Compare two/).click();
    await page.locator('.row-changes li').first().waitFor();
    expect(await axeViolations(page, '.room[open]')).toEqual([]);
    await room(page, /Add a year/).click();
    await page.getByRole('button', { name: 'Add the inventory' }).click();
    await page.waitForURL(/\/inventories\/[0-9a-f-]{36}$/);
    await page.goBack();
    await page.locator('.year-head').nth(before).waitFor();
    expect(await page.locator('.year-head').last().innerText()).toContain('draft');
  });

  it('have a base year that the city keeps: the device’s old one is offered, and what another chose stands', async () => {
    const remembered = (page: Page) =>
      page.addInitScript(([key, id]) => sessionStorage.getItem('told') === null && (localStorage.setItem(key!, id!), sessionStorage.setItem('told', 'yes')), [`thousand-cities.base-year.${cityId}`, late]); // prettier-ignore
    const page = await stage.open(`/workspace/${cityId}/inventories`, small, remembered);
    const choice = page.getByRole('combobox', { name: /^Base year/ });
    await page.locator('.base-offer').waitFor();
    expect(await choice.inputValue()).toBe(late);
    expect(await axeViolations(page)).toEqual([]);
    expect(await isWide(page)).toBe(false);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/base.png` });
    await page.getByRole('button', { name: /the base year of the city/ }).click();
    await page.locator('.base-offer').waitFor({ state: 'detached' });
    const kept = await ask<{ inventoryId: string; version: number }>(`/cities/${cityId}/base-year`);
    expect(kept).toMatchObject({ inventoryId: late, version: 1 });
    // Another page, without a memory of its own, sees the same, and chooses another.
    const other = await years();
    const theirs = other.getByRole('combobox', { name: /^Base year/ });
    expect(await theirs.inputValue()).toBe(late);
    await theirs.selectOption(early);
    await expect.poll(() => theirs.getAttribute('aria-busy')).toBe('false');
    expect(await other.locator('.year-head').first().innerText()).toContain('base year');
    // The first page has seen none of that: nothing is overwritten, and it says what stands.
    await choice.selectOption(early);
    await page.getByText('Somebody chose').waitFor();
    expect(await choice.inputValue()).toBe(early);
    expect(await ask(`/cities/${cityId}/base-year`)).toMatchObject({ inventoryId: early, version: 2 });
  });

  it('fit a phone: the table scrolls beside its names, nothing else does', async () => {
    const page = await years(small);
    await room(page, /Versions/).click();
    await page.locator('.version-item').first().waitFor();
    expect(await isWide(page)).toBe(false);
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe('a base year recalculated', () => {
  it('lists every changed number with its reason, before it is written and in the versions after', async () => {
    const page = await years();
    await room(page, /Recalculate/).click();
    await page.locator('.recalculated tbody tr').first().waitFor();
    const notice = page.locator('.room[open] .notice');
    expect(await notice.innerText()).toContain('Not required');
    await page.getByLabel('Threshold').fill('0.1');
    await notice.getByText('Required').waitFor();
    expect(await axeViolations(page, '.room[open]')).toEqual([]);
    const changed = await page.locator('.recalculated tbody tr').count();
    const set = (await newest(early)).gwpSet;
    await page.getByRole('button', { name: `Write a new draft with ${changed} changed numbers` }).click();
    await page.locator('.year-head').first().getByText('draft').waitFor();
    expect((await newest(early)).gwpSet).not.toBe(set);
    await room(page, /Versions/).click();
    await page.locator('.room[open]').getByLabel('Year').selectOption(early);
    await page.locator('.noted summary').click();
    await page.locator('.noted tbody tr').nth(changed - 1).waitFor(); // prettier-ignore
    expect(await page.locator('.noted tbody tr').first().innerText()).toMatch(/factor or GWP.*instead of/s);
  });
});

describe('in the grid', () => {
  const grid = async (options = {}): Promise<Page> => {
    const page = await stage.open(`/workspace/${cityId}/inventories/${late}`, options);
    await page.getByRole('grid').waitFor();
    return page;
  };

  it('a workbook is taken over after a preview, as one step that can be undone', async () => {
    const old = await newest(late);
    const index = old.rows.findIndex(({ co2eTonnes }) => !isMissing(co2eTonnes) && co2eTonnes > 1000);
    const rows = old.rows.map((row, i) => (i === index ? { ref: row.ref, co2eTonnes: 1234.5, provenance: row.provenance, sources: [] } : row)); // prettier-ignore
    const book = await inventoryWorkbook({ ...old, rows });
    const page = await grid();
    await page.getByRole('button', { name: 'Import a table' }).click();
    const dialog = page.getByRole('dialog');
    const choose = (name: string, buffer: Buffer) =>
      dialog.getByLabel(/Choose a file/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await choose('cut.xlsx', Buffer.from(book.slice(0, 900)));
    await dialog.getByText('The file was cut short').waitFor();
    await choose('semarang.xlsx', Buffer.from(book));
    await dialog.getByText('Changed: 1').waitFor();
    expect(await dialog.locator('[data-kind="changed"] .import-line').innerText()).toContain('1,234.5');
    expect(await axeViolations(page, '.import-dialog')).toEqual([]);
    await dialog.getByRole('button', { name: 'Take over 1 change' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.saving-status[data-saving="saved"]').waitFor();
    expect((await newest(late)).rows[index]!.co2eTonnes).toBe(1234.5);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.keyboard.press('Control+s');
    await page.locator('.saving-status[data-saving="saved"]').waitFor();
    expect((await newest(late)).rows).toEqual(old.rows);
  });

  it('a row has comments, files and a history beside it, also on a phone', async () => {
    const page = await stage.open(`/workspace/${cityId}/inventories/${late}`, small);
    await page.locator('.ig-card, .ig button').first().waitFor();
    await openDetails(page);
    await page.getByRole('tab', { name: 'Comments' }).click();
    await page.getByLabel('About').selectOption({ label: 'Amount' });
    await page.getByLabel('New comment').fill('Is this by meter?\n@Ana please look');
    await page.getByRole('button', { name: 'Send' }).first().click();
    await page
      .locator('.said', { hasText: '@Ana please look' })
      .getByText(/· Amount$/)
      .waitFor();
    await page.getByRole('button', { name: 'Mark as settled' }).click();
    await page.getByText(/^Settled by/).waitFor();
    await page.getByRole('tab', { name: 'Evidence' }).click();
    // What somebody else says meanwhile is there when one looks again.
    const said = await ask<{ items: { place: string }[] }>(
      `/cities/${cityId}/comments?kind=inventory&subjectId=${late}`,
    );
    const { place } = said.items.at(-1)!;
    await fetch(`${stage.url}/api/v1/cities/${cityId}/comments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: stage.url },
      body: JSON.stringify({ kind: 'inventory', subjectId: late, version: 1, place, body: 'By meter, yes.' }),
    });
    await page.getByRole('tab', { name: 'Comments' }).click();
    await page.locator('.said-text', { hasText: 'By meter, yes.' }).waitFor();
    await page.getByRole('tab', { name: 'Evidence' }).click();
    const choose = (name: string, text: string) =>
      page.getByLabel('Add a file').setInputFiles({ name, mimeType: 'text/html', buffer: Buffer.from(text) });
    await choose('page.pdf', '<html>');
    await page.getByText('the content is not what the name says').waitFor();
    await choose('bill.pdf', '%PDF-1.7\n%%EOF');
    await page.getByRole('link', { name: 'bill.pdf' }).waitFor();
    expect(await axeViolations(page, '.ig-panel')).toEqual([]);
    expect(await isWide(page)).toBe(false);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.locator('.row-history').waitFor();
  });
});

describe('a row that is given another name', () => {
  it('keeps what was said of it before rows had ids; its history is one line, and a file of it shows the new name', async () => {
    // The demo speaks of rows by name, as cities did before: `III.1.1/-/-#1:result`.
    const path = `/cities/${cityId}/comments?kind=inventory&subjectId=`;
    const { items } = await ask<Items>(`/cities/${cityId}/inventories`);
    const places = await Promise.all(items.map(async ({ id }) => [id, await ask<{ items: readonly { place: string }[] }>(path + id)] as const)); // prettier-ignore
    const [id] = places.find(([, talk]) => talk.items.some(({ place }) => place === 'III.1.1/-/-#1:result'))!;
    const page = await stage.open(`/workspace/${cityId}/inventories/${id}`, small);
    const card = page.locator('.ig-card', { hasText: 'III.1.1' });
    await page.locator('.ig-cards').waitFor();
    for (let top = 0; (await card.count()) === 0; top += 250) {
      await page.locator('.ig-cards').evaluate((cards, to) => (cards.scrollTop = to), top);
    }
    await card.locator('.ig-mark-comments').waitFor();
    await card.click();
    await page.getByLabel('Energy carrier', { exact: true }).fill('mixed-msw');
    await page.getByLabel('Energy carrier', { exact: true }).blur();
    await page.keyboard.press('Control+s');
    await page.locator('.saving-status[data-saving="saved"]').waitFor();
    await page.getByRole('tab', { name: 'Comments' }).click();
    await page.locator('.said-text', { hasText: 'weighbridge was out of order' }).waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    const step = page.locator('.row-history li').first();
    await step.waitFor();
    expect(await step.innerText()).toMatch(/Energy carrier\s*–\s*→\s*mixed waste/);
    expect(await step.innerText()).not.toMatch(/New|Gone/);
    expect(await page.locator('.row-history li').nth(1).innerText()).toMatch(/→/);
    const stored = await newest(id);
    expect(stored.rows.every((row) => row.id !== undefined)).toBe(true);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await card.locator('.ig-mark-comments').waitFor();
    // Our own export, with a line called otherwise: changed, not gone and new.
    const at = stored.rows.findIndex(({ ref }) => ref === 'III.1.1');
    const named = stored.rows.map((row, i) => (i === at ? { ...row, activity: { activity: 'landfill', carrier: 'food', unit: '' } } : row)); // prettier-ignore
    await page.getByRole('button', { name: 'Import a table' }).click();
    const dialog = page.getByRole('dialog');
    const buffer = Buffer.from(await inventoryWorkbook({ ...stored, rows: named }));
    await dialog.getByLabel(/Choose a file/).setInputFiles({ name: 'named.xlsx', mimeType: 'application/octet-stream', buffer }); // prettier-ignore
    await dialog.getByText('Changed: 1').waitFor();
    expect(await dialog.locator('[data-kind="new"]').count()).toBe(0);
    expect(await dialog.locator('[data-kind="changed"] .import-line').innerText()).toMatch(
      /mixed waste\s*→\s*Landfill · food/,
    );
    expect(await axeViolations(page, '.import-dialog')).toEqual([]);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/import.png` });
  });
});

/** The details of the first row that has any. */
async function openDetails(page: Page): Promise<void> {
  await page.locator('[data-details], .ig-card button, .ig-cards button').first().click();
  await page.getByRole('tab', { name: 'Comments' }).waitFor();
}
