/** A citizen reads what the city has published: on a phone, with script switched off, in the language of the phone. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, openWorkspaceStage, type Stage } from './browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openWorkspaceStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

const phone = { viewport: { width: 375, height: 812 }, reducedMotion: 'reduce' as const };

/** The page of a city, from the list; the list tries again by itself while the store opens. */
async function openCity(name: string, options: Parameters<Stage['open']>[1]): Promise<Page> {
  const page = await stage.open('/published', options);
  await page.getByRole('link', { name, exact: true }).click({ timeout: 60_000 });
  await page.getByRole('heading', { level: 1, name }).waitFor();
  // Answers that asked for patience while the store opened are told as faults.
  stage.faults();
  return page;
}

describe('the page of a city on a phone of 375 pixels', () => {
  it('tells everything without script: emissions, promise, work, money, and where a figure comes from', async () => {
    const page = await openCity('Semarang', { ...phone, locale: 'id-ID', javaScriptEnabled: false });
    const main = page.getByRole('main');
    for (const part of [
      'Emisi Semarang',
      'Apa yang dijanjikan',
      'Apa yang dilakukan',
      'Berapa biayanya',
      'Sejauh mana berjalan',
      'Apa yang dapat Anda lakukan',
      'Versi',
    ]) {
      await main.getByRole('heading', { level: 2, name: part, exact: true }).waitFor();
    }
    await main.getByText('Disahkan oleh dewan kota (demo)').waitFor();
    await main.getByText('3 dari 8 tugas selesai.').waitFor();
    await main.locator('#promise summary').first().click();
    await main.locator('#promise figure').getByRole('columnheader', { name: 'Dengan rencana' }).waitFor();
    await main.locator('#promise figure').getByRole('rowheader', { name: '2050' }).waitFor();
    await main.locator('.keys a').first().click();
    await page.getByText('Dari mana angka ini', { exact: false }).first().waitFor();
    await page.getByRole('link', { name: 'Kembali ke Semarang' }).click();
    await page.getByRole('heading', { level: 1, name: 'Semarang' }).waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 2, name: 'What it promises' }).waitFor();
    expect(page.url()).toContain('lang=en');
    expect(stage.faults()).toEqual([]);
  });

  it('fits, asks for no script, breaks no rule of accessibility, and begins with a way past the head', async () => {
    const asked: string[] = [];
    const page = await openCity('Hamburg', phone);
    page.on('request', (request) => asked.push(request.resourceType()));
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((type) => type !== 'document' && type !== 'stylesheet' && type !== 'other')).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    // Not the sixty other actions: their table is one like the others.
    for (const summary of await page.locator('figure summary').all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeViolations(page, '.head')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('link', { name: /first version/ }).click();
    await page.getByText('This is an earlier version.').waitFor();
    await page.locator('.keys a').first().click();
    await page.getByText('Where this number comes from').first().waitFor();
    expect(await axeViolations(page, '.head', '.steps > li:first-child')).toEqual([]);
    expect(stage.faults()).toEqual([]);
  });
});
