import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeInBothThemes, axeViolations, openPlainStage, type Stage } from './browser.ts';
import { sharedPage, visit } from './visits.ts';
import { FOUR, manyCities, thousandOf } from './network-fixture.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openPlainStage();
});
afterAll(() => stage.close());
afterEach(() => expect(stage.faults()).toEqual([]));

const DOCUMENT = '**/api/network/thousand';
const rows = (page: Page) => page.locator('.big-body [role=row]');
const names = (page: Page) => page.locator('.big-body [role=rowheader]').allInnerTexts();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 2 });
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
const query = (page: Page) => new URL(page.url()).search;

const ready = (page: Page) => page.locator('.big-row, .region-page').first().waitFor();
const answering = (document: unknown) => (page: Page) =>
  page.route(DOCUMENT, (route) => route.fulfill({ json: document }));

/** Open a page whose document of the thousand is this one. */
async function openWith(document: unknown, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await visit(stage, path, { options, prepare: answering(document) });
  await ready(page);
  return page;
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await visit(stage, path, { options });
  await ready(page);
  return page;
}

/** One page of all cities for a part, whose document is the real one or that of a test. */
const shared = (document?: unknown) =>
  sharedPage(() => stage, '/network', ready, document === undefined ? {} : { prepare: answering(document) });

describe('the secretariat of a network', () => {
  const thousand = shared();

  it('sees the thousand, and that none of it is reported', async () => {
    const page = thousand();
    await heading(page, '1,000 cities').waitFor();
    expect(await page.locator('.lede').innerText()).toContain('starter inventory');
    expect(await page.locator('.finding').innerText()).toContain('None of this is reported');
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('1001');
    expect(await page.getByRole('link', { name: 'Cities', exact: true }).getAttribute('aria-current')).toBe('page');
    expect(await page.title()).toContain('The thousand cities');
  });

  it('finds a city by its name without marks, and goes to its plan', async () => {
    const page = thousand();
    await page.getByRole('searchbox').fill('SAO PAULO');
    await heading(page, '1 city of 1,000').waitFor();
    expect(query(page)).toBe('?q=SAO+PAULO');
    await rows(page).getByRole('link', { name: 'São Paulo' }).click();
    await page.waitForURL('**/city/3448439*');
    await page.goBack();
    await heading(page, '1 city of 1,000').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('SAO PAULO');
    await page.getByRole('button', { name: 'Show all cities' }).click();
    await heading(page, '1,000 cities').waitFor();
  });

  it('narrows by region, country and stated target; Back takes back the last choice; the link shows the same', async () => {
    const page = thousand();
    await page.getByLabel('Region or network').selectOption('south-east-asia');
    await heading(page, '67 cities of 1,000').waitFor();
    await page.getByLabel('Country').selectOption('IDN');
    const indonesia = await page.locator('#network-list-title').innerText();
    await page.getByLabel('Stated target').selectOption('unknown');
    await page.waitForFunction(
      (text) => document.querySelector('#network-list-title')?.textContent !== text,
      indonesia,
    );
    expect(query(page)).toBe('?in=south-east-asia&country=IDN&pledge=unknown');
    await page.goBack();
    await heading(page, indonesia).waitFor();
    await page.reload();
    await heading(page, indonesia).waitFor();
    expect(new Set(await page.locator('.cell-country[role=gridcell]').allInnerTexts())).toEqual(new Set(['Indonesia']));
    await page.getByRole('button', { name: 'Show all cities' }).click();
    await heading(page, '1,000 cities').waitFor();
  });

  it('has the table printed whole', async () => {
    const page = thousand();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await rows(page).count()).toBe(1000);
    const heights = await page.evaluate(() => [
      document.querySelector('.big-scroll')!.clientHeight,
      document.querySelector('.big-body')!.scrollHeight,
    ]);
    expect(heights[0]).toBeGreaterThanOrEqual(heights[1]!);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.waitForFunction(() => document.querySelectorAll('.big-body .big-row').length < 80);
  });

  it('finds the table where one left it when one comes back from a city', async () => {
    const page = thousand();
    const scroll = page.locator('.big-scroll');
    await scroll.evaluate((element) => element.scrollTo({ top: 8000 }));
    await page.locator('.big-row[aria-rowindex="205"]').getByRole('link').click();
    await page.waitForURL('**/city/**');
    await page.goBack();
    await page.locator('.big-row[aria-rowindex="205"]').waitFor();
    expect(await scroll.evaluate((element) => element.scrollTop)).toBeGreaterThan(7900);
    await page.getByRole('button', { name: /^Per head/ }).click();
    await page.locator('.big-row[aria-rowindex="2"]').waitFor();
    expect(await scroll.evaluate((element) => element.scrollTop)).toBe(0);
  });
});

describe('a choice of cities', () => {
  it('is saved as it is shown, with its source and without a formula', async () => {
    const tricky = { ...FOUR[0]!, id: '5', name: '=HYPERLINK("http://x")' };
    const page = await openWith(thousandOf([...FOUR, tricky]), '/network?in=south-east-asia');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('thousand-cities-south-east-asia.csv');
    const csv = await readFile(await file.path(), 'utf8');
    const lines = csv.replace('\ufeff', '').split('\r\n');
    expect(lines[1]).toMatch(
      /^1,Jakarta,IDN,Indonesia,South-East Asia,10000000,60000000,30000000,120000000,6,Starter,2021,/,
    );
    expect(lines[2]).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(lines[3]).toBe('');
    expect(lines.slice(4).join('\n')).toContain('made up for a test');
  });

  it('that no city answers says so, and how to go on', async () => {
    const page = await openWith(thousandOf(FOUR), '/network?q=atlantis');
    await page.getByText('No city answers all of this.').waitFor();
    expect(await page.getByRole('button', { name: 'Save as CSV' }).isDisabled()).toBe(true);
    await page.locator('.big-empty').getByRole('button', { name: 'Show all cities' }).click();
    expect(await rows(page).count()).toBe(4);
  });
});

describe('four cities', () => {
  const four = shared(thousandOf(FOUR));

  it('have their gap taken to another target, with or without a plan', async () => {
    const page = four();
    const gap = () => rows(page).first().locator('.cell-gap2030').innerText();
    expect(await gap()).toBe('50.0');
    await page.getByRole('radio', { name: 'with this site’s plan' }).check();
    expect(await gap()).toBe('26.0');
    await page.getByLabel('Gap to').selectOption('carbon-budget');
    expect(await gap()).toBe('not known');
    await page.getByRole('radio', { name: 'without a plan' }).check();
    // 80 Mt CO2 less 40 % of 60.
    expect(await gap()).toBe('56.0');
    expect(await page.getByRole('columnheader', { name: /^Gap 2030/ }).innerText()).toMatch(/Mt CO₂$/);
    await page.getByLabel('Gap to').selectOption('pathway-to-paris');
  });

  it('are sorted by any column, and one hears which way', async () => {
    const page = four();
    await page.getByRole('button', { name: /^Gap 2050/ }).click();
    expect(await names(page)).toEqual(['Jakarta', 'Auckland', 'Łódź', 'Nairobi']);
    const column = page.getByRole('columnheader', { name: /^Gap 2050/ });
    expect(await column.getAttribute('aria-sort')).toBe('descending');
    await page.getByRole('button', { name: /^Gap 2050/ }).click();
    expect(await names(page)).toEqual(['Łódź', 'Auckland', 'Jakarta', 'Nairobi']);
    expect(query(page)).toBe('?sort=gap2050');
    expect(await page.locator('.network-list [role=status]').innerText()).toContain('sorted by Gap 2050');
  });

  it('are named on the map, the one under the pointer and the one in focus, and a click goes to the plan', async () => {
    const page = four();
    const map = page.locator('.map-frame');
    const dot = await page
      .locator('.marks-starter')
      .first()
      .evaluate((path) => {
        const [, x, y] = /M([\d.-]+) ([\d.-]+)/.exec(path.getAttribute('d')!)!;
        return { x: Number(x), y: Number(y) };
      });
    await map.hover({ position: { x: dot.x + 3, y: dot.y } });
    expect(await page.locator('.map-label').innerText()).toContain('Jakarta, Indonesia');
    await page.mouse.move(2, 2);
    await rows(page).getByRole('link', { name: 'Łódź' }).focus();
    expect(await page.locator('.map-label').innerText()).toContain('Łódź, Poland');
    expect(await page.locator('.map-label').innerText()).toContain('Reported 2019');
    await map.click({ position: { x: dot.x + 3, y: dot.y } });
    await page.waitForURL('**/city/1*');
    // A made-up city has no plan; the fault of the test's document, not of the page.
    await page.getByRole('alert').waitFor();
    stage.faults();
    await page.goBack();
    await ready(page);
  });

  it('have their kinds in words, and the map looks at the chosen region', async () => {
    const page = four();
    expect(await page.locator('.map-legend').innerText()).toMatch(/Starter[\s\S]*Reported/);
    const land = () => page.locator('.land').getAttribute('d');
    const world = await land();
    await page.getByLabel('Region or network').selectOption('oceania');
    await page.waitForFunction((before) => document.querySelector('.land')?.getAttribute('d') !== before, world);
  });
});

describe('a region', () => {
  it('has its sum with how much of it is reported, its path, its largest cities, and a way on', async () => {
    const page = await open('/network/region/south-east-asia');
    expect(await page.locator('h1').innerText()).toBe('South-East Asia');
    expect(await page.locator('.finding').innerText()).toMatch(/67 cities .* None of this is reported/);
    expect(await page.locator('.chart-title').innerText()).toMatch(/^Without plans emissions rise by \d+% by 2050/);
    expect(await page.locator('.region-largest tbody tr').count()).toBe(10);
    expect(await page.getByRole('link', { name: 'Does the claim hold' }).getAttribute('href')).toBe(
      '/?v=1&in=south-east-asia',
    );
    await page.getByLabel('Target', { exact: true }).selectOption('race-to-zero');
    await page.locator('.chart-subtitle').filter({ hasText: 'Race to Zero' }).waitFor();
    await page.getByRole('link', { name: 'All 67 cities in the table' }).click();
    await heading(page, '67 cities of 1,000').waitFor();
    await page.getByRole('link', { name: 'Europe', exact: true }).click();
    await page.getByRole('heading', { name: 'Europe', level: 1 }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('that is not there says so, and leads back', async () => {
    const page = await visit(stage, '/network/region/atlantis');
    await page.getByRole('heading', { name: 'There is no such region' }).waitFor();
    await page.getByRole('link', { name: 'See all cities' }).click();
    await heading(page, '1,000 cities').waitFor();
    stage.faults();
  });
});

describe('with the keyboard alone', () => {
  const many = shared(manyCities(1000));
  const focused = (page: Page) =>
    page.evaluate(() => {
      const cell = document.activeElement?.closest('[data-row]') as HTMLElement | null;
      return cell && [Number(cell.dataset['row']), Number(cell.dataset['column'])];
    });

  it('one moves through the grid as through a spreadsheet, to its last row and back to its head', async () => {
    const page = many();
    await page.getByRole('button', { name: 'Save as CSV' }).focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toEqual([0, 0]);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'End', 'ArrowDown']) await page.keyboard.press(key);
    expect(await focused(page)).toEqual([3, 11]);
    await page.keyboard.press('Control+End');
    expect(await focused(page)).toEqual([999, 11]);
    expect(
      await page.evaluate(() => document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex')),
    ).toBe('1001');
    await page.keyboard.press('PageUp');
    const [row] = (await focused(page))!;
    expect(row).toBeLessThan(995);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toEqual([-1, 0]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(query(page)).toBe('?sort=country');
    expect(await focused(page)).toEqual([-1, 1]);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBeNull();
  });

  it('the cell in focus is always in sight, beside the column and below the head that stay', async () => {
    const page = many();
    await page.setViewportSize({ width: 900, height: 700 });
    await rows(page).first().getByRole('link').focus();
    for (const key of [
      'End',
      'PageDown',
      'PageDown',
      'ArrowLeft',
      'ArrowLeft',
      'PageUp',
      'ArrowUp',
      'Home',
      'ArrowRight',
    ]) {
      await page.keyboard.press(key);
      const isClear = await page.evaluate(() => {
        const box = document.activeElement!.closest('[data-row]')!.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return document.activeElement!.closest('[data-row]')!.contains(top);
      });
      expect(isClear, key).toBe(true);
    }
  });

  it('the focus stays where it is while a mouse scrolls far away, and the next arrow comes back', async () => {
    const page = await openWith(manyCities(1000), '/network');
    await rows(page).nth(4).getByRole('link').focus();
    await page.locator('.big-scroll').evaluate((scroll) => scroll.scrollTo({ top: 20_000 }));
    await page.locator('.big-row[aria-rowindex="510"]').waitFor();
    expect(await focused(page)).toEqual([4, 0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toEqual([5, 0]);
    expect(await page.locator('.big-scroll').evaluate((scroll) => scroll.scrollTop)).toBeLessThan(500);
  });
});

describe('a network of 13,000', () => {
  it('stays smooth: few elements however many rows, and frames while it scrolls', async () => {
    const page = await openWith(manyCities(13_000), '/network');
    await heading(page, '13,000 cities').waitFor();
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('13001');
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    const wheel = await page.evaluate(scrollThrough, 12_000);
    const fling = await page.evaluate(scrollThrough, 520_000);
    const typed = await typeAndWait(page);
    const told = (name: string, { frames, median, p95, longTasks, longest }: typeof wheel) =>
      `${name} ${frames} frames in 1 s, median ${median.toFixed(1)} ms, 95th percentile ${p95.toFixed(1)} ms, ` +
      `${longTasks} long tasks (longest ${longest.toFixed(0)} ms)`;
    process.stdout.write(
      `13,000 rows: ${elements} elements, at most ${fling.rows} rows; ${told('wheel', wheel)}; ${told('fling', fling)}; ` +
        `search ${typed.toFixed(0)} ms after the pause\n`,
    );
    expect(elements).toBeLessThan(2500);
    expect(fling.rows).toBeLessThan(80);
    expect(fling.last).toBeGreaterThan(12_000);
  });
});

/** In the page: scroll down for a second, at so many pixels a second, and watch the frames. */
async function scrollThrough(speed: number) {
  const scroll = document.querySelector('.big-scroll')!;
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ entryTypes: ['longtask'] });
  const frames: number[] = [];
  let [rows, last] = [0, 0];
  const start = performance.now();
  scroll.scrollTop = 0;
  for (let before = start, done = 0; done < 1;) {
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - before);
    before = now;
    done = Math.min(1, (now - start) / 1000);
    scroll.scrollTop = speed * done;
    rows = Math.max(rows, document.querySelectorAll('.big-body .big-row').length);
  }
  await new Promise((done) => setTimeout(done, 100));
  last = Math.max(
    ...[...document.querySelectorAll('.big-body .big-row')].map((row) => Number(row.getAttribute('aria-rowindex'))),
  );
  observer.disconnect();
  frames.sort((a, b) => a - b);
  const at = (share: number) => frames[Math.floor(share * (frames.length - 1))]!;
  return {
    rows,
    last,
    frames: frames.length,
    median: at(0.5),
    p95: at(0.95),
    longTasks: tasks.length,
    longest: Math.max(0, ...tasks),
  };
}

/** Milliseconds from the end of the typing pause to the answer. */
async function typeAndWait(page: Page): Promise<number> {
  await page.getByRole('searchbox').fill('laka');
  return page.evaluate(async () => {
    const start = performance.now();
    while (!document.querySelector('#network-list-title')?.textContent.includes('of 13,000')) {
      await new Promise(requestAnimationFrame);
    }
    return Math.max(0, performance.now() - start - 150);
  });
}

describe('when the document', () => {
  it('is slow, the page says so and keeps its room', async () => {
    let answer: (() => void) | undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    const page = await visit(stage, '/network', {
      prepare: (fresh) =>
        fresh.route(DOCUMENT, async (route) => {
          await asked;
          await route.fulfill({ json: thousandOf(FOUR) });
        }),
    });
    await page.getByText('Loading …').waitFor();
    expect(await page.locator('h1').innerText()).toBe('The thousand cities');
    answer?.();
    await heading(page, '4 cities').waitFor();
  });

  it('does not come, the page says why, and asks again', async () => {
    let isDown = true;
    const page = await visit(stage, '/network', {
      prepare: (fresh) =>
        fresh.route(DOCUMENT, (route) => (isDown ? route.abort() : route.fulfill({ json: thousandOf(FOUR) }))),
    });
    await page.getByRole('alert').waitFor();
    stage.faults();
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading(page, '4 cities').waitFor();
  });
});

describe.each([1280, 375])('in light and dark at %d pixels', (width) => {
  const at = { reducedMotion: 'reduce' as const, viewport: { width, height: width === 375 ? 812 : 900 } };

  it('the page of the cities breaks no accessibility rule and fits', async () => {
    const page = await open('/network', at);
    await page.locator('.column-notes summary').click();
    expect(await axeInBothThemes(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('the page of a region breaks no accessibility rule and fits', async () => {
    const page = await open('/network/region/south-east-asia', at);
    expect(await axeInBothThemes(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});

describe('on a phone', () => {
  it('rows are cards with the label beside each figure, sorted from a list', async () => {
    const page = await openWith(thousandOf(FOUR), '/network', { viewport: { width: 375, height: 812 } });
    const card = rows(page).first();
    expect(await card.innerText()).toMatch(/Jakarta[\s\S]*People million\s+10\.0[\s\S]*Emissions Mt CO₂e\s+60\.0/);
    expect(await page.getByRole('columnheader').count()).toBe(0);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.getByLabel('Sort by').selectOption('perHead');
    expect((await names(page))[0]).toBe('Jakarta');
    await page.getByRole('button', { name: 'Largest or Z first' }).click();
    expect((await names(page))[0]).toBe('Nairobi');
    expect(query(page)).toBe('?sort=perHead');
  });
});

describe('in Indonesian and from the right', () => {
  it('speaks throughout, with numbers as they are written there', async () => {
    const page = await open('/network?lang=id', { locale: 'id-ID' });
    await heading(page, '1.000 kota').waitFor();
    expect(await page.locator('.finding').innerText()).toContain('miliar jiwa');
    expect(await rows(page).first().locator('.cell-region').innerText()).toBe('Asia Timur');
  });

  it('keeps everything inside the screen, and arrows turn around', async () => {
    const page = await openWith(manyCities(200), '/network');
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await rows(page).first().getByRole('link').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-column'))).toBe('1');
    expect(await axeViolations(page, '.network-list')).toEqual([]);
  });
});
