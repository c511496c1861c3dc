/** The whole way of a city, with the keyboard alone: from an account to a plan that a citizen reads on a phone. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorkspace } from '@thousand-cities/server';
import { axeViolations, openStage, type Stage } from './browser.ts';

let stage: Stage;
/** The page of the city's officer, from test to test. */
let page: Page;
let cityId: string;

beforeAll(async () => {
  const workspace = createWorkspace({ location: {}, openRegistration: true });
  const limits = { requests: 1e6, writes: 1e6, signIns: 1e6 };
  stage = await openStage({ workspace: { workspace, limits }, name: 'localhost' });
  await workspace.open();
  page = await stage.open('/workspace');
}, 120_000);
afterAll(async () => {
  expect(stage.faults()).toEqual([]);
  await stage.close();
});

/** As far as anybody would press Tab: through every action of a plan. */
const FARTHEST = 600;

/** Press Tab until something has the focus; what is near the end of a page is sooner reached backwards. */
async function reach(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  const handle = await target.elementHandle();
  for (let step = 0; step < FARTHEST; step++) {
    if (await page.evaluate((element) => element === document.activeElement, handle)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not lead to ${target.toString()}`);
}

const reachAndPress = async (target: Locator, key = 'Enter') => {
  await reach(target);
  await page.keyboard.press(key);
};
const type = async (field: Locator, text: string) => {
  await reach(field);
  await page.keyboard.type(text);
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string | RegExp) => page.getByRole('link', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const standing = (nth: number) => page.locator('.step').nth(nth).getAttribute('data-standing');

async function save(): Promise<void> {
  await page.keyboard.press('Control+s');
  await page.locator('.saving-status[data-saving="saved"]').waitFor();
}

/** Back to where the city stands, by the tabs of its frame. */
async function toOverview(): Promise<void> {
  await page.keyboard.press('Control+Home');
  await reachAndPress(link('Overview'));
  await page.locator('.step').first().waitFor();
}

it('somebody makes an account', async () => {
  await reachAndPress(button('Create an account'));
  await heading('Create an account').waitFor();
  expect(await axeViolations(page, 'main')).toEqual([]);
  await type(page.getByLabel('Name'), 'Rosa');
  await type(page.getByLabel('E-mail address'), 'rosa@example.org');
  await type(page.getByLabel('New password'), 'rain falls on the hill');
  await page.keyboard.press('Enter');
  await heading('My cities').waitFor();
});

it('chooses the city, which begins with an inventory and a plan from public figures', async () => {
  await type(page.getByRole('combobox', { name: 'Find a city' }), 'salatiga');
  await page.getByRole('option', { name: /Salatiga/ }).waitFor();
  await page.keyboard.press('Enter');
  expect(await axeViolations(page, 'main')).toEqual([]);
  await reachAndPress(button(/^Add Salatiga/));
  await heading('From inventory to a plan in action').waitFor();
  cityId = /workspace\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  expect(await axeViolations(page, 'main')).toEqual([]);
  expect(await standing(0)).toBe('next');
});

it('puts in what the city knows better; the total follows', async () => {
  await reachAndPress(link('Open the inventory'));
  await page.locator('[role="grid"]').waitFor();
  const basic = page.locator('[data-boundary="basic"] dd > .num').first();
  const before = await basic.textContent();
  await reach(page.locator('[data-row="0"][data-name="ref"]'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('heating');
  await page.keyboard.press('Tab');
  await page.keyboard.type('natural-gas');
  await page.keyboard.press('Tab');
  await page.keyboard.type('10');
  await page.keyboard.press('Tab');
  await page.keyboard.type('GWh');
  await page.keyboard.press('Enter');
  await expect.poll(() => basic.textContent()).not.toBe(before);
  // 10 GWh = 36 TJ · (56.1 + 0.005 · 30 + 0.0001 · 265) t = 2,026 t by AR5.
  expect(await page.locator('[data-row="0"][data-name="result"]').textContent()).toContain('2,026');
});

/** What the operators answered, as it stands in the officer's spreadsheet: reference, activity, carrier, amount, unit, …, key, …, note. */
const ANSWERS = `Reference\tActivity\tEnergy carrier\tAmount\tUnit\tFactor\tEmissions\tNotation key\tData quality\tSource\tNote
I.4.1\t\t\t\t\t\t\tNO\t\t\tno power plant and no refinery in the city: PLN, letter of 3 March
II.3.1\tboats on the lake\tdiesel\t12\tt\t\t\t\tM/M\tharbour master
II.4.1\t\t\t\t\t\t\tNO\t\t\tno airfield in the city
`;

it('fills every gap of BASIC by one paste, until the page says that it is complete', async () => {
  const gaps = page.locator('[data-boundary="basic"] .ig-total-gaps');
  // Of the 32 references of BASIC public figures leave three open: fuel of power plants, boats, local flights.
  expect(await gaps.textContent()).toBe('29 of 32 answered');
  await page.keyboard.press('Escape');
  await reach(gaps.getByRole('button'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('I.4.1');
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(paste);
  }, ANSWERS);
  await expect.poll(() => gaps.textContent()).toBe('all 32 answered');
  expect(await page.locator('.ig-finding[data-severity="error"]').count()).toBe(0);
  await save();
  expect(await axeViolations(page, 'main')).toEqual([]);
});

it('has the inventory reviewed, approved and published', async () => {
  for (const [step, done] of [
    ['Submit for review', 'in review'],
    ['Approve', 'approved'],
    ['Publish', 'published'],
  ] as const) {
    await reach(button(step), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await type(page.locator('#workflow-text'), step === 'Publish' ? '' : 'looked through');
    await reachAndPress(page.locator('.workflow-form button[type="submit"]'));
    await page.locator('.workflow .state-mark', { hasText: done }).waitFor();
  }
  await toOverview();
  expect(await standing(0)).toBe('done');
  expect(await standing(1)).toBe('done');
  expect(await standing(2)).toBe('next');
});

it('sets the target, lets the cheapest plan be found, and changes it', async () => {
  await reachAndPress(link('Open the plan'));
  await page.locator('.finding').waitFor();
  // By the list of parts, past the two hundred fields of the actions.
  await reachAndPress(page.locator('.section-nav').getByRole('link', { name: 'Targets' }));
  await reachAndPress(page.locator('#targets').getByRole('button', { name: /Make it.*fair share/ }));
  await page.keyboard.press('Control+Home');
  await reachAndPress(button('Find the cheapest plan'));
  await page.locator('.finding strong').waitFor();
  await button('Find the cheapest plan').waitFor({ timeout: 120_000 });
  const saved = page.locator('[data-path="cost.npv"]').first();
  const before = await saved.innerText();
  await reach(page.locator('.action:not(.action-off) input[type="range"]').first());
  await page.keyboard.press('Home');
  await expect.poll(() => saved.innerText()).not.toBe(before);
  await save();
  expect(await axeViolations(page, 'main')).toEqual([]);
});

async function publishPlan(): Promise<void> {
  await reachAndPress(button('Publish'));
  await page.locator('#workflow-text').waitFor();
  await reachAndPress(page.locator('.workflow-form button[type="submit"]'));
  await page.locator('.workflow .state-mark', { hasText: 'published' }).waitFor();
}

it('has it reviewed, adopted by the council and published, takes it back and publishes it again', async () => {
  await page.keyboard.press('Control+Home');
  await reach(page.getByRole('navigation').getByRole('link', { name: 'Review' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await reachAndPress(button('Submit for review'));
  await type(page.locator('#workflow-text'), 'for the session of May');
  await reachAndPress(page.locator('.workflow-form button[type="submit"]'));
  await reachAndPress(button('Record adoption'));
  await reach(page.getByLabel('Day of the decision'));
  // A date is typed in its parts, as the keyboard does.
  await page.keyboard.type('12052026');
  await type(page.getByLabel('Number of the decision'), '12/2026');
  expect(await axeViolations(page, '#review')).toEqual([]);
  await reachAndPress(page.locator('.workflow button[type="submit"]'));
  await publishPlan();
  // Withdrawn after a question that says what is left, and published again as it is.
  await reachAndPress(button('Withdraw the publication'));
  await page.getByText('shows the inventories but no plan').waitFor();
  expect(await axeViolations(page, '#review')).toEqual([]);
  await page.keyboard.press('Enter');
  await page.locator('.workflow .state-mark', { hasText: 'withdrawn' }).waitFor();
  expect(await (await fetch(`${stage.url}/published/${cityId}`)).text()).toMatch(
    /The plan published on .* was withdrawn/,
  );
  expect(await page.locator('#history .state-mark').first().textContent()).toBe('withdrawn');
  await publishPlan();
  await toOverview();
  expect(new Set(await page.locator('.step').evaluateAll((all) => all.map((one) => one.dataset['standing'])))).toEqual(
    new Set(['done']),
  );
});

it('and a citizen reads it on a phone, with no script and without an account', async () => {
  const phone = { viewport: { width: 375, height: 812 } };
  const citizen = await stage.open(`/published/${cityId}`, { ...phone, javaScriptEnabled: false, locale: 'id-ID' });
  expect(await citizen.getByRole('heading', { level: 1 }).innerText()).toBe('Salatiga');
  expect(await citizen.locator('main').innerText()).toContain('12/2026');
  const withScript = await stage.open(`/published/${cityId}`, phone);
  expect(await axeViolations(withScript)).toEqual([]);
  const over = await withScript.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
});
