/** The grid of an inventory in a browser: by the keyboard alone, pasted into, and on a phone; over the demo's workspace. */
import { STARTER_KEYS } from '@thousand-cities/model';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, englishLeft, openWorkspaceStage, type Stage } from './browser.ts';

let stage: Stage;
let address: string;

async function ask(path: string, init?: RequestInit): Promise<Response> {
  return fetch(`${stage.url}/api/v1${path}`, init);
}

/** The demo opens beside the page. */
async function opened(): Promise<{ cities: readonly { id: string; name: string; country: string }[] }> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await ask('/me');
    if (answer.ok) return (await answer.json()) as Awaited<ReturnType<typeof opened>>;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the workspace did not open');
}

/** An inventory of its own for each test: what one does is not what another finds. */
async function inventoryOf(year: number, rows: readonly object[]): Promise<string> {
  const { cities } = await opened();
  const city = cities.find(({ country }) => country === 'IDN')!;
  const document = { city: { name: city.name, country: 'IDN' }, year, population: 1_650_000, gwpSet: 'AR5', rows };
  const made = await ask(`/cities/${city.id}/inventories`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), Origin: stage.url },
    body: JSON.stringify({ name: '', document }),
  });
  const { id } = (await made.json()) as { id: string };
  address = `/api/v1/cities/${city.id}/inventories/${id}`;
  return `/workspace/${city.id}/inventories/${id}`;
}

interface StoredRow {
  readonly ref: string;
  readonly co2eTonnes: unknown;
  readonly activity?: { readonly carrier: string; readonly amount: number };
}

/** The rows as they are saved. */
async function saved(page: Page): Promise<readonly StoredRow[]> {
  await page.keyboard.press('Control+s');
  await page.locator('.saving-status[data-saving="saved"]').waitFor();
  const { document } = (await (await fetch(stage.url + address)).json()) as { document: { rows: StoredRow[] } };
  return document.rows;
}

const basic = (page: Page) => page.locator('[data-boundary="basic"] dd > .num').first();
const cell = (page: Page, row: number, name: string) => page.locator(`[data-row="${row}"][data-name="${name}"]`);
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

beforeAll(async () => {
  stage = await openWorkspaceStage();
  await opened();
}, 180_000);
afterEach(async () => {
  expect(stage.faults()).toEqual([]);
  await stage.clear();
});
afterAll(() => stage.close());

describe('the grid of an inventory', () => {
  it('is filled, corrected and taken back by the keyboard alone, and its totals follow every stroke', async () => {
    const page = await stage.open(await inventoryOf(1991, []));
    await page.locator('[role="grid"]').waitFor();
    // Into the grid by Tab, as into anything else.
    await page.locator('.ig-help summary').focus();
    await page.keyboard.press('Tab');
    expect(await cell(page, 0, 'ref').evaluate((element) => element === document.activeElement)).toBe(true);
    await press(page, 'ArrowRight');
    await page.keyboard.type('heating');
    await press(page, 'Tab');
    await page.keyboard.type('natural-gas');
    await press(page, 'Tab');
    await page.keyboard.type('1000');
    await press(page, 'Tab');
    await page.keyboard.type('GWh');
    // 1000 GWh = 3600 TJ · (56.1 + 0.005 · 30 + 0.0001 · 265) t = 202,595 t, before the cell is left.
    await expect.poll(() => basic(page).textContent()).toBe('202,595');
    await press(page, 'Enter');
    expect(await cell(page, 1, 'activity').evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => cell(page, 0, 'result').textContent()).toContain('city value');

    // A text that is no amount is refused at its cell, and Escape leaves the cell as it was.
    await press(page, 'ArrowUp', 'ArrowRight', 'ArrowRight', 'F2');
    await page.keyboard.type(' or so');
    await press(page, 'Enter');
    await page.getByRole('alert').filter({ hasText: 'is not a number' }).waitFor();
    await press(page, 'Escape');
    expect(await cell(page, 0, 'amount').textContent()).toBe('1,000');
    // At the edge of the grid the reason turns to the other side, so that it is whole.
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await page.keyboard.type('z');
    await press(page, 'Enter');
    const reason = (await page.locator('.ig-editor-refused').boundingBox())!;
    const sheet = (await page.locator('[role="grid"]').boundingBox())!;
    expect(reason.x + reason.width).toBeLessThanOrEqual(sheet.x + sheet.width);
    await press(page, 'Escape');

    // Fill down by Ctrl+D, take it back, bring it again; leave the grid by Escape and Tab.
    await press(page, 'Home', 'ArrowRight', 'Control+c', 'End', 'Control+Home');
    await press(page, 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+d');
    await expect.poll(() => cell(page, 3, 'amount').textContent()).toBe('1,000');
    await press(page, 'Control+z');
    await expect.poll(() => cell(page, 3, 'amount').textContent()).toBe('');
    expect((await saved(page)).map(({ ref, activity }) => [ref, activity?.amount])).toEqual([['I.1.1', 1000]]);
    await press(page, 'Escape', 'Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role="grid"]') ?? null)).toBeNull();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('takes a block from a spreadsheet whole, or names what it refuses and takes nothing', async () => {
    const page = await stage.open(await inventoryOf(1992, []));
    await page.locator('[role="grid"]').waitFor();
    const paste = async (text: string) =>
      page.evaluate((block) => {
        const data = new DataTransfer();
        data.setData('text/plain', block);
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        document.activeElement!.dispatchEvent(event);
      }, text);
    await cell(page, 0, 'activity').click();
    await paste('cooking\tlpg\t1,200\tt\nlighting\tkerosene\tsome\tt\nheating\tnatural-gas\t10\tbuckets\n');
    const refusal = page.locator('.ig-refused');
    await refusal.waitFor();
    expect(await refusal.textContent()).toContain('Row 2 (I.1.1), Amount');
    expect(await refusal.textContent()).toContain('Row 3 (I.1.1), Unit');
    expect(await cell(page, 0, 'activity').textContent()).toBe('');
    await paste('cooking\tlpg\t1,200\tt\nlighting\tkerosene\t5\tt\nheating\tnatural-gas\t10\tGJ\n');
    await expect.poll(() => page.locator('.ig-said').textContent()).toContain('3 rows added');
    expect((await saved(page)).map(({ ref, activity }) => [ref, activity?.carrier, activity?.amount])).toEqual([
      ['I.1.1', 'lpg', 1200],
      ['I.1.1', 'kerosene', 5],
      ['I.1.1', 'natural-gas', 10],
    ]);
    // What is copied is what was pasted, and a finding leads to its cell.
    const copied = await page.evaluate(() => {
      const data = new DataTransfer();
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return data.getData('text/plain');
    });
    expect(copied).toBe('cooking\tlpg\t1200\tt\nlighting\tkerosene\t5\tt\nheating\tnatural-gas\t10\tGJ');
    await page.locator('.ig-finding button').first().click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell');
  });

  it('is filled on a phone by cards and a sheet, in Indonesian with a decimal comma', async () => {
    const path = await inventoryOf(1993, [
      { ref: 'I.1.1', co2eTonnes: 500, method: 'starter', provenance: 'default', sources: ['edgar-v7'] },
      { ref: 'I.4.1', co2eTonnes: STARTER_KEYS.get('I.4.1')!, provenance: 'default', sources: [] },
      { ref: 'IV.1', co2eTonnes: -1234.5, provenance: 'city-value', sources: ['city'] },
    ]);
    const page = await stage.open(path, {
      viewport: { width: 375, height: 740 },
      locale: 'id-ID',
      hasTouch: true,
      isMobile: true,
    });
    const card = page.locator('.ig-card').first();
    await card.waitFor();
    expect(await card.textContent()).toContain('nilai baku');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    // What the checks find comes with its figures, as Indonesian writes them.
    await page.getByText('Emisi di bawah nol: -1.235 t CO₂e.').waitFor();
    expect(await englishLeft(page)).toEqual([]);
    await card.tap();
    const sheet = page.getByRole('dialog');
    for (const [label, text] of [
      ['Pembawa energi', 'natural-gas'],
      ['Jumlah', '1.000,5'],
      ['Satuan', 'MWh'],
    ] as const) {
      await sheet.getByLabel(label, { exact: true }).fill(text);
      await sheet.getByLabel(label, { exact: true }).blur();
    }
    // 1000.5 MWh · 0.2025954 t/MWh = 202.70 t
    await expect.poll(() => sheet.locator('#ig-field-result').inputValue()).toMatch(/^202,69/);
    await sheet.getByRole('tab', { name: 'Asal angka' }).tap();
    expect(await sheet.textContent()).toContain('2006 IPCC Guidelines');
    expect(await englishLeft(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => basic(page).textContent()).toBe('203');
    expect((await saved(page))[0]!.activity!.amount).toBe(1000.5);
  });
});
