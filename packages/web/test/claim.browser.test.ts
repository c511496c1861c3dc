import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeInBothThemes, figure, openPlainStage, type Stage } from './browser.ts';
import { sharedPage, visit, type Visit } from './visits.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openPlainStage();
});
afterAll(() => stage.close());

const open = (path: string, how?: Visit) => visit(stage, path, how);
const shared = (path: string, options: BrowserContextOptions = {}) => sharedPage(() => stage, path, ready, { options });

const PACK = '**/api/climate/pack';
const tonnes = (page: Page) => figure(page, 'claim.tonnes.2050');
const cooler = (page: Page) => figure(page, 'claim.degrees.2100');
const slider = (page: Page, name: string | RegExp) => page.getByRole('slider', { name });
const ready = (page: Page) => cooler(page).waitFor();
const shown = (page: Page) => page.locator('.claim-answer .finding').innerText();

async function changed(page: Page, before: string): Promise<void> {
  await expect.poll(() => cooler(page).innerText()).not.toBe(before);
}

describe('whoever comes to the front door', () => {
  const front = shared('/');
  afterAll(() => expect(stage.faults()).toEqual([]));

  it('sees whether the claim holds, in a sentence, figures, a plume, a map and a table', async () => {
    const page = front();
    expect(await page.locator('h1').innerText()).toBe('Do a thousand city plans keep Paris?');
    expect(await shown(page)).toMatch(
      /^No, not by themselves\. If all 1,000 cities reach zero by 2040, starting in 2027/,
    );
    expect(await tonnes(page).innerText()).toMatch(/^\d+(\.\d+)?\sGt CO₂e$/);
    for (const path of ['claim.share', 'claim.gap', 'claim.degrees.2050']) {
      expect(await figure(page, path).innerText(), path).toMatch(/\d/);
    }
    expect(await page.locator('.plume-plans .plume-area').getAttribute('d')).toMatch(/^M/);
    await page.locator('.parts circle').nth(999).waitFor({ state: 'attached' });
    expect(await page.locator('.claim-largest tbody tr').count()).toBe(12);
  });

  it('sees both readings, without and with the pollutants that fall along', async () => {
    const page = front();
    expect(await page.locator('.claim-figures').innerText()).toMatch(/if pollutants fall along: -?\d/);
    expect(await page.locator('.line-pollutants').getAttribute('d')).toMatch(/^M/);
  });

  it('moves each control, and the answer follows', async () => {
    const page = front();
    const moves: readonly (() => Promise<unknown>)[] = [
      () => slider(page, 'Delivering').fill('70'),
      () => slider(page, 'Starting in').fill('2035'),
      () => slider(page, 'How many').fill('40'),
      () => page.getByLabel('Their plan').selectOption('opcc'),
      () => page.getByLabel('Their plan').selectOption('library'),
      () => page.getByLabel('Their plan').selectOption('custom'),
      () => slider(page, 'Cut by').fill('50'),
      () => slider(page, 'Reached in').fill('2049'),
      () => page.getByLabel('Cities of').selectOption('south-east-asia'),
      () => page.getByLabel('Count cleaner grid electricity').uncheck(),
    ];
    for (const move of moves) {
      const before = await cooler(page).innerText();
      await move();
      await changed(page, before);
    }
    expect(await shown(page)).toMatch(
      /cities in South-East Asia cut 50% by 2049, starting in 2035, delivering 70% of it/,
    );
    await page.getByRole('button', { name: 'Back to the claim' }).click();
    await expect.poll(() => shown(page)).toMatch(/all 1,000 cities reach zero by 2040, starting in 2027/);
  });

  it('finds a figure’s origin, the method and the limits one click away', async () => {
    const page = front();
    await cooler(page).click();
    const drawer = page.getByRole('dialog');
    await drawer.waitFor();
    expect(await drawer.innerText()).toContain('841 members');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Method and limits' }).click();
    await drawer.waitFor();
    expect(await drawer.innerText()).toContain('What it cannot say');
    expect(await drawer.innerText()).toContain('docs/methods/climate.md');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('takes the plume as a picture and as data', async () => {
    const page = front();
    const chart = page.locator('.claim-show .chart');
    const take = async (name: RegExp) => {
      const [file] = await Promise.all([page.waitForEvent('download'), chart.getByRole('button', { name }).click()]);
      return readFile((await file.path()).toString());
    };
    expect((await take(/^PNG/)).subarray(1, 4).toString()).toBe('PNG');
    expect((await take(/^SVG/)).toString()).toContain('2 °C');
    const lines = (await take(/^CSV/)).toString().trim().split('\r\n');
    // A line of names, and the years 1980 to 2100.
    expect(lines).toHaveLength(1 + 121);
    expect(lines.at(-1)).toMatch(/^2100,2\.\d+/);
  });

  it('moves a slider, and the picture with it: the time to the painted figure is printed', async () => {
    const times = await front().evaluate(measureSlider);
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)]!.toFixed(0);
    process.stdout.write(
      `slider to painted figure, ${sorted.length} moves: median ${at(0.5)} ms, 90 % ${at(0.9)} ms\n`,
    );
    expect(times).toHaveLength(20);
  });
});

describe('a link', () => {
  const link = '/?v=1&cities=100&in=europe&aim=opcc&from=2030&kept=80';
  const linked = shared(link, { permissions: ['clipboard-read', 'clipboard-write'] });

  it('is handed out, and a frame too', async () => {
    const page = linked();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(stage.url + link);
    await page.getByRole('button', { name: 'Embed' }).click();
    const snippet = await page.getByLabel('Put this into your page').inputValue();
    expect(snippet).toContain(`src="${stage.url}/embed?v=1&amp;cities=100`);
  });

  it('carries the question, and follows it', async () => {
    const page = linked();
    expect(await shown(page)).toMatch(
      /the 100 largest cities in Europe keep to their fair share of 1\.5 °C, starting in 2030, delivering 80% of it/,
    );
    await slider(page, 'Delivering').fill('60');
    await page.waitForURL('**kept=60');
    const before = await shown(page);
    await page.reload();
    await ready(page);
    expect(await shown(page)).toBe(before);
    await page.getByRole('link', { name: 'Thousand Cities' }).click();
    await expect.poll(() => shown(page)).toMatch(/all 1,000 cities/);
  });
});

describe('a link that cannot be read', () => {
  it.each([
    ['/?v=1&from=soon', /Part of the link could not be read/],
    ['/?v=1&in=atlantis', /Part of the link could not be read/],
    ['/?v=9&cities=3', /from a newer version/],
  ])('says so and shows the claim: %s', async (bad, words) => {
    const page = await open(bad);
    await ready(page);
    expect(await page.getByRole('alert').innerText()).toMatch(words);
    await expect.poll(() => shown(page)).toMatch(/all 1,000 cities reach zero by 2040, starting in 2027/);
  });
});

describe('inside another site', () => {
  it('stands the answer alone, with its choices', async () => {
    const page = await open('/embed?v=1&cities=100');
    await ready(page);
    expect(await page.locator('.site-header, .site-footer, .claim-map').count()).toBe(0);
    const before = await cooler(page).innerText();
    await slider(page, 'Delivering').fill('60');
    await changed(page, before);
    const onward = page.getByRole('link', { name: 'Open on Thousand Cities' });
    await expect.poll(() => onward.getAttribute('href')).toBe(`${stage.url}/?v=1&cities=100&kept=60`);
  });

  it('is let in by a page of another origin', async () => {
    const page = await open('/');
    await page.setContent(`<iframe src="${stage.url}/embed" width="1000" height="800"></iframe>`);
    await page.frameLocator('iframe').locator('[data-path="claim.degrees.2100"]').waitFor();
  });
});

describe('on a thin line', () => {
  it('what the server has answered stays in words until the page has its own, and the page says how far it is', async () => {
    const answered = async () => (await (await fetch(stage.url)).text()).includes('class="finding"');
    await expect.poll(answered, { timeout: 60_000 }).toBe(true);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((done) => (letGo = done));
    const hold = async (route: Route) => {
      await held;
      await route.continue();
    };
    const page = await open('/', { prepare: (fresh) => fresh.route(PACK, hold) });
    await tonnes(page).waitFor();
    expect(await shown(page)).toMatch(/^No, not by themselves\..* instead of 2\.\d\d °C\.$/);
    expect(await page.locator('.claim-room').innerText()).toMatch(/The temperature follows/);
    await slider(page, 'Delivering').fill('80');
    await expect.poll(() => shown(page)).toMatch(/they avoid .* by 2050/);
    letGo();
    await ready(page);
  });
});

describe('when the climate does not come', () => {
  it('the tonnes stand, the page says so, and trying again brings the temperature', async () => {
    const page = await open('/', { prepare: (fresh) => fresh.route(PACK, (route) => route.abort()) });
    await page.getByText('The climate model did not come').waitFor();
    expect(await tonnes(page).innerText()).toMatch(/Gt CO₂e/);
    const before = await tonnes(page).innerText();
    await slider(page, 'Delivering').fill('60');
    await expect.poll(() => tonnes(page).innerText()).not.toBe(before);
    expect(await shown(page)).toMatch(/they avoid .* by 2050/);
    await page.unroute(PACK);
    await page.getByRole('button', { name: 'Try again' }).click();
    await ready(page);
  });
});

/** Runs in the page: move "Delivering" twenty times and wait each time until the new figure has been painted, ms. */
async function measureSlider(): Promise<number[]> {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('.claim-controls input[type=range]')];
  const input = inputs.at(-1)!;
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
  const text = () => document.querySelector('[data-path="claim.degrees.2100"]')!.textContent;
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const times: number[] = [];
  for (let move = 0; move < 20; move++) {
    const before = text();
    const begun = performance.now();
    set.call(input, String(55 + ((move * 7) % 40)));
    input.dispatchEvent(new Event('input', { bubbles: true }));
    while (text() === before) await new Promise((done) => setTimeout(done, 0));
    await painted();
    times.push(performance.now() - begun);
    await new Promise((done) => setTimeout(done, 60));
  }
  return times;
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Nothing breaks the accessibility rules in light and dark, and everything fits: with all choices in sight, and an explanation open. */
async function isSound(
  page: Page,
  choices = { open: () => Promise.resolve(), close: () => Promise.resolve() },
): Promise<void> {
  await page.locator('.land[d^="M"]').waitFor({ state: 'attached' });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await choices.open();
  expect(await axeInBothThemes(page)).toEqual([]);
  await choices.close();
  await page.getByRole('button', { name: 'Embed' }).click();
  await cooler(page).click();
  await page.getByRole('dialog').waitFor();
  expect(await axeInBothThemes(page, '.drawer', '.claim-share')).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

describe('on a wide screen', () => {
  const wide = shared('/', { reducedMotion: 'reduce' });

  it('one reaches the choices with the keyboard alone, changes them, hears the answer, and asks a figure', async () => {
    const page = wide();
    const delivering = slider(page, 'Delivering');
    for (let step = 0; step < 20 && !(await delivering.evaluate((e) => e === document.activeElement)); step++) {
      await page.keyboard.press('Tab');
    }
    expect(await delivering.getAttribute('aria-valuetext')).toBe('100% of what they promise');
    const before = await cooler(page).innerText();
    for (let press = 0; press < 3; press++) await page.keyboard.press('PageDown');
    await changed(page, before);
    const status = page.locator('.claim-answer [role=status]');
    await expect.poll(() => status.innerText()).toMatch(/delivering 8\d% of it/);
    await cooler(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await cooler(page).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('nothing breaks the accessibility rules, and everything fits', () => isSound(wide()));
});

describe('on a phone of 375 pixels', () => {
  const phone = shared('/', { reducedMotion: 'reduce', viewport: { width: 375, height: 812 } });

  it('the sheet with the choices opens and closes by the keyboard', async () => {
    const page = phone();
    expect(await slider(page, 'Delivering').isVisible()).toBe(false);
    await page.getByRole('button', { name: /Change/ }).focus();
    await page.keyboard.press('Enter');
    await slider(page, 'Delivering').waitFor();
    await page.keyboard.press('Escape');
    await slider(page, 'Delivering').waitFor({ state: 'hidden' });
  });

  it('nothing breaks the accessibility rules, and everything fits', () => {
    const press = (name: RegExp) => () => phone().getByRole('button', { name }).click();
    return isSound(phone(), { open: press(/Change/), close: press(/Done/) });
  });
});

describe('written from the right and in Indonesian', () => {
  it('everything fits, in its own words', async () => {
    const page = await open('/', { options: { locale: 'id-ID' } });
    await ready(page);
    expect(await shown(page)).toMatch(/^Tidak, tidak sendirian\. Jika semua 1\.000 kota/);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});
