import { readFile } from 'node:fs/promises';
import { readPlan, type Plan } from '@thousand-cities/model';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { figure, openPlainStage, planReady, type Stage } from './browser.ts';
import { BANDUNG } from './fixture.ts';
import { sharedPage, visit } from './visits.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openPlainStage();
});
afterAll(() => stage.close());
afterEach(() => expect(stage.faults()).toEqual([]));

const city = `/city/${BANDUNG}`;
const slider = (page: Page, index = 0) => page.locator('.action:not(.action-off) input[type=range]').nth(index);

async function download(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return (await file.path()).toString();
}

async function savedPlan(page: Page): Promise<{ path: string; plan: Plan }> {
  const path = await download(page, () => page.getByRole('button', { name: 'Save plan file' }).click());
  return { path, plan: readPlan(await readFile(path, 'utf8')) };
}

describe('a city official', () => {
  const bandung = sharedPage(() => stage, city, planReady, {
    options: { permissions: ['clipboard-read', 'clipboard-write'] },
  });

  it('types a name with a mistake, picks the city, and sees its inventory and a plan', async () => {
    const page = await visit(stage, '/');
    await page.getByRole('combobox', { name: 'Find a city' }).fill('bandnug');
    await page
      .getByRole('option', { name: /Bandung/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${city}*`);
    await planReady(page);
    expect(await page.locator('h1').innerText()).toBe('Bandung');
    expect(await page.getByRole('heading', { name: /Bandung emitted .* Mt CO₂e in/ }).count()).toBe(1);
    expect(await page.locator('.treemap rect').count()).toBeGreaterThan(10);
  });

  it('moves a slider by keyboard and every number that depends on it changes', async () => {
    const page = bandung();
    const cost = figure(page, 'cost.npv');
    const title = page.locator('#plan .chart-title');
    const before = [await cost.innerText(), await title.innerText()];
    await slider(page).focus();
    for (let press = 0; press < 8; press++) await page.keyboard.press('PageDown');
    expect(await cost.innerText()).not.toBe(before[0]);
    expect(await title.innerText()).not.toBe(before[1]);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await cost.innerText()).toBe(before[0]);
  });

  it('asks where a number comes from, down to its sources, and comes back to where they were', async () => {
    const page = bandung();
    const asked = figure(page, 'cost.npv');
    await asked.click();
    const drawer = page.getByRole('dialog');
    await drawer.waitFor();
    expect(await drawer.locator('.tree li').count()).toBeGreaterThan(2);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    expect(await asked.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.locator('[data-path^="emissions.bau."]').first().click();
    await drawer.waitFor();
    for (let depth = 0; depth < 4; depth++) {
      const closed = drawer.locator('details:not([open]) > summary').first();
      if (!(await closed.isVisible())) break;
      await closed.click();
    }
    expect(await drawer.locator('.source').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('takes the chart as a picture', async () => {
    const page = bandung();
    const chart = page.locator('#plan .chart');
    const svg = await readFile(await download(page, () => chart.getByRole('button', { name: /^SVG/ }).click()), 'utf8');
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('Race to Zero');
    const png = await readFile(await download(page, () => chart.getByRole('button', { name: /^PNG/ }).click()));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });

  it('reads the table behind a chart and takes its data', async () => {
    const page = bandung();
    const chart = page.locator('#plan .chart');
    await chart.getByRole('button', { name: 'Table' }).click();
    expect(await chart.locator('tbody tr').count()).toBeGreaterThan(20);
    const path = await download(page, () => chart.getByRole('button', { name: /^CSV/ }).click());
    const lines = (await readFile(path, 'utf8')).trim().split('\r\n');
    expect(lines.length).toBe((await chart.locator('tbody tr').count()) + 1);
  });

  it('opens a bad plan file, and the plan on screen stays as it was', async () => {
    const page = bandung();
    const cost = await figure(page, 'cost.npv').innerText();
    const file = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') };
    await page.locator('.plan-tools input[type=file]').setInputFiles(file);
    await page.getByRole('alert').waitFor();
    expect(await figure(page, 'cost.npv').innerText()).toBe(cost);
  });

  it('saves the plan, opens it again, and finds the same numbers', async () => {
    const page = bandung();
    await slider(page).fill('37');
    const cost = await figure(page, 'cost.npv').innerText();
    const { path, plan } = await savedPlan(page);
    expect(plan.actions.some(({ schedule }) => schedule.size === 0.37)).toBe(true);
    const other = await visit(stage, '/');
    await other.locator('input[type=file]').setInputFiles(path);
    await planReady(other);
    expect(await figure(other, 'cost.npv').innerText()).toBe(cost);
  });

  it('sends a link that carries the changes, and a cut one says so', async () => {
    const page = bandung();
    await slider(page).fill('41');
    const cost = await figure(page, 'cost.npv').innerText();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await visit(stage, link.slice(stage.url.length));
    await planReady(other);
    expect(await figure(other, 'cost.npv').innerText()).toBe(cost);
    const cut = await visit(stage, link.slice(stage.url.length, -12));
    await cut.getByText('The link was cut').waitFor();
  });

  it('lets the computer search, sees how far it is, and stops it', async () => {
    const page = bandung();
    await page.getByRole('button', { name: 'Find the cheapest plan' }).click();
    const stop = page.getByRole('button', { name: /Stop/ });
    const done = page.locator('.optimiser .notice');
    await stop.or(done).first().waitFor();
    if (await stop.isVisible()) await stop.click({ timeout: 2000 }).catch(() => undefined);
    await page.getByRole('button', { name: 'Find the cheapest plan' }).waitFor();
    await planReady(page);
  });

  it('switches the language: words, numbers and the address of the choice', async () => {
    const page = bandung();
    await page.getByLabel('Language').selectOption('id');
    await page.getByRole('heading', { name: 'Dari mana emisi berasal' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('id');
    expect(await figure(page, 'cost.npv').innerText()).toMatch(/,\d|EUR/);
    await page.reload();
    await page.getByRole('heading', { name: 'Dari mana emisi berasal' }).waitFor();
  });
});

describe('a bad plan file', () => {
  const front = sharedPage(
    () => stage,
    '/',
    (page) => page.locator('input[type=file]').waitFor({ state: 'attached' }),
  );
  const isRefused = async (name: string, content: string | Buffer, reason: RegExp) => {
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) };
    await front().locator('input[type=file]').setInputFiles(file);
    // With the technical detail, which is folded. The reason before was another.
    await expect.poll(() => front().getByRole('alert').textContent()).toMatch(reason);
  };

  it.each([
    ['not JSON', 'hello', /not a plan file/],
    ['an empty file', '', /empty/],
    ['another document', '{"schema":"else","version":1}', /not a plan file/],
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0xfd]), /no text/],
  ])('is refused with the reason: %s', async (_what, content, reason) => {
    await isRefused('plan.json', content, reason);
  });

  it('is refused when truncated or from a newer version', async () => {
    const planText = await readFile(new URL('../../../examples/semarang.plan.json', import.meta.url), 'utf8');
    await isRefused('cut.json', planText.slice(0, planText.length / 2), /cut or changed[\s\S]*ends too early/);
    await isRefused('newer.json', planText.replace(/"version": *\d+/, '"version":99'), /newer version/);
  });
});
