import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeInBothThemes, axeViolations, figure, openPlainStage, planReady, type Stage } from './browser.ts';
import { BANDUNG } from './fixture.ts';
import { visit } from './visits.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openPlainStage();
});
afterAll(() => stage.close());

const city = `/city/${BANDUNG}`;
const at = (width: number) => ({
  options: { reducedMotion: 'reduce' as const, viewport: { width, height: width === 375 ? 812 : 900 } },
});

/** Nothing reaches beyond the edge of the screen. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each([1280, 375])(
  'at %d pixels nothing breaks the accessibility rules in light or dark, and everything fits',
  (width) => {
    it('on the first screen, with its search list open, and where nothing is', async () => {
      const page = await visit(stage, '/', at(width));
      await page.locator('.parts circle').first().waitFor({ state: 'attached' });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.getByRole('combobox', { name: 'Find a city' }).fill('nairobi');
      await page
        .getByRole('option', { name: /Nairobi/ })
        .first()
        .waitFor();
      expect(await axeInBothThemes(page)).toEqual([]);
      const lost = await visit(stage, '/nowhere', at(width));
      await lost.getByRole('heading', { name: 'There is nothing here' }).waitFor();
      expect(await axeInBothThemes(lost)).toEqual([]);
    });

    it('on a city, with areas and flows, tables, details and an explanation, and written from the right', async () => {
      const page = await visit(stage, city, at(width));
      await planReady(page);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.locator('.more').first().click();
      await page.locator('.references summary').click();
      expect(await axeInBothThemes(page)).toEqual([]);
      await page.getByRole('radio', { name: 'Flows' }).check();
      await page.locator('.sankey').waitFor();
      await page.locator('#cost').getByRole('button', { name: 'Table' }).first().click();
      await page.emulateMedia({ colorScheme: width === 375 ? 'light' : 'dark' });
      expect(await axeViolations(page, '#inventory', '#cost')).toEqual([]);
      await figure(page, 'cost.npv').click();
      await page.getByRole('dialog').waitFor();
      expect(await axeViolations(page, '.drawer')).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      if (width === 375) return;
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.evaluate(() => (document.documentElement.dir = 'rtl'));
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await axeViolations(page)).toEqual([]);
    });
  },
);

describe('with the keyboard alone', () => {
  it('one finds a city, changes its plan, asks for a number and closes the answer', async () => {
    const page = await visit(stage, '/');
    await page.locator('.parts circle').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('skip');
    await page.keyboard.press('Tab');
    // Where the focus is, is to be seen.
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
    const search = page.getByRole('combobox', { name: 'Find a city' });
    for (let step = 0; step < 12 && !(await search.evaluate((e) => e === document.activeElement)); step++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('Nairobi');
    await page
      .getByRole('option', { name: /Nairobi/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await planReady(page);
    const cost = figure(page, 'cost.npv');
    const before = await cost.innerText();
    await page.locator('.action:not(.action-off) input[type=range]').first().focus();
    await page.keyboard.press('Home');
    expect(await cost.innerText()).not.toBe(before);
    await cost.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});

describe('without any script', () => {
  it('the first screen finds cities and a city shows its figures, in the reader’s language', async () => {
    const page = await visit(stage, '/', { options: { javaScriptEnabled: false, locale: 'id-ID' } });
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
    await page.getByLabel('Cari kota').fill('bandung');
    await page.keyboard.press('Enter');
    await page.locator('.results a').first().click();
    await page.locator('.inventory-shell tbody tr').first().waitFor();
    expect(await page.locator('.inventory-shell tbody tr').count()).toBe(5);
    expect(await page.locator('h1').innerText()).toBe('Bandung');
  });
});
