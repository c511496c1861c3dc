import { readFile } from 'node:fs/promises';
import { readPlan, type Plan } from '@thousand-cities/model';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { figure, openStage, planReady, type Stage } from './browser.ts';
import { BANDUNG } from './fixture.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(async () => {
  await stage.clear();
  expect(stage.faults()).toEqual([]);
});

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
  it('types a name with a mistake, picks the city, and sees its inventory and a plan', async () => {
    const page = await stage.open('/');
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
    const page = await stage.open(city);
    await planReady(page);
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
    const page = await stage.open(city);
    await planReady(page);
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
  });

  it('switches the language: words, numbers and the address of the choice', async () => {
    const page = await stage.open(city);
    await planReady(page);
    await page.getByLabel('Language').selectOption('id');
    await page.getByRole('heading', { name: 'Dari mana emisi berasal' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('id');
    expect(await figure(page, 'cost.npv').innerText()).toMatch(/,\d|EUR/);
    await page.reload();
    await page.getByRole('heading', { name: 'Dari mana emisi berasal' }).waitFor();
  });

  it('saves the plan, opens it again, and finds the same numbers', async () => {
    const page = await stage.open(city);
    await planReady(page);
    await slider(page).fill('37');
    const cost = await figure(page, 'cost.npv').innerText();
    const { path, plan } = await savedPlan(page);
    expect(plan.actions.some(({ schedule }) => schedule.size === 0.37)).toBe(true);
    const other = await stage.open('/');
    await other.locator('input[type=file]').setInputFiles(path);
    await planReady(other);
    expect(await figure(other, 'cost.npv').innerText()).toBe(cost);
  });

  it('sends a link that carries the changes, and a cut one says so', async () => {
    const page = await stage.open(city, { permissions: ['clipboard-read', 'clipboard-write'] });
    await planReady(page);
    await slider(page).fill('41');
    const cost = await figure(page, 'cost.npv').innerText();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await stage.open(link.slice(stage.url.length));
    await planReady(other);
    expect(await figure(other, 'cost.npv').innerText()).toBe(cost);
    const cut = await stage.open(link.slice(stage.url.length, -12));
    await cut.getByText('The link was cut').waitFor();
  });

  it('lets the computer search, sees how far it is, and stops it', async () => {
    const page = await stage.open(city);
    await planReady(page);
    await page.getByRole('button', { name: 'Find the cheapest plan' }).click();
    const stop = page.getByRole('button', { name: /Stop/ });
    const done = page.locator('.optimiser .notice');
    await stop.or(done).first().waitFor();
    if (await stop.isVisible()) await stop.click({ timeout: 2000 }).catch(() => undefined);
    await page.getByRole('button', { name: 'Find the cheapest plan' }).waitFor();
    await planReady(page);
  });

  it('reads the table behind a chart and takes its data', async () => {
    const page = await stage.open(city);
    await planReady(page);
    const chart = page.locator('#plan .chart');
    await chart.getByRole('button', { name: 'Table' }).click();
    expect(await chart.locator('tbody tr').count()).toBeGreaterThan(20);
    const path = await download(page, () => chart.getByRole('button', { name: /^CSV/ }).click());
    const lines = (await readFile(path, 'utf8')).trim().split('\r\n');
    expect(lines.length).toBe((await chart.locator('tbody tr').count()) + 1);
  });

  it('takes the chart as a picture', async () => {
    const page = await stage.open(city);
    await planReady(page);
    const chart = page.locator('#plan .chart');
    const svg = await readFile(await download(page, () => chart.getByRole('button', { name: /^SVG/ }).click()), 'utf8');
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('Race to Zero');
    const png = await readFile(await download(page, () => chart.getByRole('button', { name: /^PNG/ }).click()));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });
});

describe('a bad plan file', () => {
  const plan = async () => {
    const page = await stage.open(city);
    await planReady(page);
    return JSON.stringify((await savedPlan(page)).plan);
  };
  const upload = async (name: string, content: string | Buffer) => {
    const page = await stage.open('/');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    const alert = page.getByRole('alert');
    await alert.waitFor();
    // With the technical detail, which is folded.
    return alert.textContent();
  };

  it.each([
    ['not JSON', 'hello', /not a plan file/],
    ['an empty file', '', /empty/],
    ['another document', '{"schema":"else","version":1}', /not a plan file/],
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0xfd]), /no text/],
  ])('is refused with the reason: %s', async (_what, content, reason) => {
    expect(await upload('plan.json', content)).toMatch(reason);
  });

  it('is refused when truncated or from a newer version', async () => {
    const text = await plan();
    expect(await upload('cut.json', text.slice(0, text.length / 2))).toMatch(/cut or changed[\s\S]*ends too early/);
    expect(await upload('newer.json', text.replace(/"version":\d+/, '"version":99'))).toMatch(/newer version/);
  });

  it('leaves the plan on screen as it was', async () => {
    const page = await stage.open(city);
    await planReady(page);
    const cost = await figure(page, 'cost.npv').innerText();
    const file = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') };
    await page.locator('.plan-tools input[type=file]').setInputFiles(file);
    await page.getByRole('alert').waitFor();
    expect(await figure(page, 'cost.npv').innerText()).toBe(cost);
  });
});
