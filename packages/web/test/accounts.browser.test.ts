/** From the link in the terminal to a team: accounts, second factor, passkey, invitation, roles, on a server with accounts. */
import { createHmac } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { createWorkspace } from '@thousand-cities/server';
import { addInventory, findUserByEmail, findVersion, foundCity, makeLink, saveVersion, SYSTEM, type Database } from '@thousand-cities/store'; // prettier-ignore
import { tinyPlan } from '../../model/test/tiny-plan.ts';
import { axeViolations, openStage, type Stage } from './browser.ts';

const PASSWORD = 'the river rises in may';
const PHONE: BrowserContextOptions = { viewport: { width: 375, height: 812 }, reducedMotion: 'reduce' };

let stage: Stage;
let setUpSecret: string;
let store: Database;

beforeAll(async () => {
  const workspace = createWorkspace({
    location: {},
    openRegistration: true,
    onOpen: async (db) => {
      store = db;
      setUpSecret = await db.as(SYSTEM, (tx) => makeLink(tx, { purpose: 'set-up', lifetimeHours: 1 }));
    },
  });
  const limits = { requests: 1e6, writes: 1e6, signIns: 1e6 };
  stage = await openStage({ workspace: { workspace, limits }, name: 'localhost' });
  await workspace.open();
}, 120_000);
afterAll(async () => {
  // What the server refuses on purpose is told in the console too.
  expect(stage.faults().filter((line) => !line.startsWith('Failed to load resource'))).toEqual([]);
  await stage.close();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** Nothing breaks the accessibility rules, and nothing reaches beyond the screen. */
async function isSound(page: Page): Promise<void> {
  expect(await axeViolations(page, 'main')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

/** The device of a person, which verifies them and keeps passkeys; `touch` says whether they touch it when it asks. */
let touch: (enabled: boolean) => Promise<unknown>;
async function giveAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  touch = (enabled) => cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
}

/** RFC 6238 with SHA-1, 30 s, six digits. */
function totp(base32: string, now: number): string {
  const bits = [...base32].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')); // prettier-ignore
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  return String((hash.readUInt32BE(hash[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

let admin: Page;
let appSecret: string;
let backupCode: string;
let cityAddress: string;
let inviteLink: string;

it('the link of the terminal makes an administrator, with the keyboard alone; faults are told where they are', async () => {
  admin = await stage.open(`/set-up#${setUpSecret}`, PHONE, giveAuthenticator);
  await heading(admin, 'Set up this installation').waitFor();
  await isSound(admin);
  await admin.getByLabel('Name').focus();
  await admin.keyboard.type('Ada');
  await admin.keyboard.press('Enter');
  const email = admin.getByLabel('E-mail address');
  // The first fault has the focus, and its words belong to it.
  await expect.poll(() => email.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await admin.getByRole('alert').innerText()).toContain('2 things are not right yet');
  await isSound(admin);
  await admin.keyboard.type('ada@example.org');
  await admin.keyboard.press('Tab');
  await admin.keyboard.type('aaaaaaaaaaaaaaaaaaaa');
  await admin.keyboard.press('Enter');
  await admin.getByText('This password is a repetition', { exact: false }).first().waitFor();
  await admin.keyboard.press('ControlOrMeta+A');
  await admin.keyboard.type(PASSWORD);
  await admin.keyboard.press('Enter');
  await heading(admin, 'My cities').waitFor();
});

it('a second factor is switched on by a code, and asked for at the next sign-in', async () => {
  await admin.getByRole('link', { name: 'My account' }).click();
  const factor = admin.getByRole('region', { name: 'Second factor' });
  await factor.getByLabel('Present password').fill(PASSWORD);
  await button(admin, 'Switch on').click();
  await admin.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  await isSound(admin);
  appSecret = (await factor.locator('.secret').innerText()).replaceAll(' ', '');
  await factor.getByLabel('Code of your app').fill(totp(appSecret, Date.now()));
  await button(admin, 'Confirm').click();
  await heading(admin, 'Backup codes').waitFor();
  expect(await admin.locator('.codes li').count()).toBe(10);
  backupCode = await admin.locator('.codes li').first().innerText();
  await button(admin, 'I have kept them').click();
  await factor.getByText('Switched on', { exact: false }).waitFor();

  await button(admin, 'Sign out').click();
  await heading(admin, 'Sign in').waitFor();
  await isSound(admin);
  await admin.getByLabel('E-mail address').fill('ada@example.org');
  await admin.getByLabel('Password', { exact: true }).fill('not the right password');
  await admin.keyboard.press('Enter');
  await admin.getByText('Address and password do not fit', { exact: false }).waitFor();
  await admin.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await admin.keyboard.press('Enter');
  // The code of now has been used: half a minute later there is another.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30_000 });
  onTestFinished(() => void vi.useRealTimers());
  await admin.getByLabel('Code of your app').fill(totp(appSecret, Date.now()));
  await admin.keyboard.press('Enter');
  await heading(admin, 'My cities').waitFor();
});

it('a passkey is made and stands for password and code', async () => {
  await admin.getByRole('link', { name: 'My account' }).click();
  const passkeys = admin.getByRole('region', { name: 'Passkeys' });
  await passkeys.getByLabel('Name of the passkey').fill('Ada’s laptop');
  await button(admin, 'Add a passkey').click();
  await passkeys.getByText('never used', { exact: false }).waitFor();
  await isSound(admin);
  // The page offers the passkey beside the address at once, and nobody touches the device for that: the person takes the button.
  // A question that came before the touch is never answered by this device, so the touch is there before the button asks.
  await touch(false);
  const offered = admin.waitForResponse('**/passkey/options');
  await button(admin, 'Sign out').click();
  await offered;
  await admin.route(
    '**/passkey/options',
    async (route) => {
      await touch(true);
      await route.continue();
    },
    { times: 1 },
  );
  await button(admin, 'Sign in with a passkey').click();
  await heading(admin, 'My cities').waitFor();
});

it('what asks for a sign-in of now asks on the spot, takes both factors, and then goes on with what was typed', async () => {
  await admin.getByRole('link', { name: 'My account' }).click();
  const tokens = admin.getByRole('region', { name: 'Tokens' });
  await tokens.locator('summary').click();
  await tokens.getByLabel('Name of the token').fill('the meter of the town hall');
  const past = new Date(Date.now() - 16 * 60_000).toISOString();
  await store.as(SYSTEM, (tx) => tx.updateTable('auth_sessions').set({ created_at: past }).execute());
  const dialog = admin.getByRole('dialog', { name: 'Sign in again' });
  await admin.keyboard.press('Enter');
  await dialog.waitFor();
  await isSound(admin);
  // Whoever thinks better of it loses nothing, and reads why.
  await admin.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await tokens.getByText('which did not come about', { exact: false }).waitFor();
  await tokens.getByLabel('Name of the token').press('Enter');
  await dialog.waitFor();
  await admin.keyboard.type('not the right password');
  await admin.keyboard.press('Enter');
  await dialog.getByText('Address and password do not fit', { exact: false }).waitFor();
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await admin.keyboard.press('Enter');
  await button(admin, 'Use a backup code').click();
  await dialog.getByLabel('Backup code').fill(backupCode);
  await isSound(admin);
  await admin.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await tokens.getByText('the meter of the town hall').first().waitFor();
  expect(await tokens.getByLabel('The secret of the token').inputValue()).toMatch(/^tcities_/);
});

it('a city is founded and somebody is invited', async () => {
  const made = await admin.evaluate(async () => {
    const answer = await fetch('/api/v1/cities', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Riverton', country: 'DEU' }),
    });
    return (await answer.json()) as { id: string };
  });
  cityAddress = `/workspace/${made.id}`;
  await admin.goto(`${stage.url}${cityAddress}/team`);
  const invitations = admin.getByRole('region', { name: 'Invitations' });
  await invitations.getByLabel('E-mail address').fill('rosa@example.org');
  await invitations.getByLabel('Role').selectOption('reviewer');
  // Pressed twice, sent once.
  await button(admin, 'Invite').dblclick();
  inviteLink = await invitations.getByLabel('Link for rosa@example.org').inputValue();
  await expect.poll(() => invitations.locator('.rows > li').count()).toBe(1);
  await button(admin, 'Check the log').click();
  await admin.getByText('All 2 entries fit', { exact: false }).waitFor();
  await admin.getByText('invited somebody as reviewer').waitFor();
  await isSound(admin);
});

it('who is invited begins an account, and sees what the role may', async () => {
  const rosa = await stage.open(inviteLink.slice(stage.url.length), PHONE);
  await rosa.getByText('You are invited to work on the plan of Riverton, as reviewer.').waitFor();
  await isSound(rosa);
  await rosa.getByLabel('Name').fill('Rosa');
  await rosa.getByLabel('New password').fill('eleven green bicycles');
  await button(rosa, 'Create the account and join').click();
  await rosa.getByRole('link', { name: 'Team' }).click();
  await rosa.getByText('A lead of the city changes what stands here.').waitFor();
  const members = rosa.getByRole('region', { name: 'Members' });
  await expect.poll(() => members.locator('.rows > li').count()).toBe(2);
  expect(await members.getByRole('button').count()).toBe(0);
  expect(await heading(rosa, 'Invitations').count()).toBe(0);
  await isSound(rosa);

  await admin.reload();
  const roleOfRosa = admin.getByRole('form', { name: 'Role of Rosa' });
  await roleOfRosa.getByRole('combobox').selectOption('viewer');
  await roleOfRosa.getByRole('button').click();
  await admin.getByText('gave Rosa the role viewer').waitFor();
  await rosa.reload();
  await rosa.getByText(/^viewer · since/).waitFor();
  expect(await heading(rosa, 'Log').count()).toBe(0);
  // The link is used up.
  await rosa.goto(inviteLink);
  await rosa.getByText('This invitation does not work any more', { exact: false }).waitFor();
});

it('where registration is open anybody makes an account, and is led to a city', async () => {
  const page = await stage.open('/workspace', PHONE);
  await button(page, 'Create an account').click();
  await page.getByLabel('Name').fill('Sita');
  await page.getByLabel('E-mail address').fill('sita@example.org');
  await page.getByLabel('New password').fill('nine quiet harbours');
  await isSound(page);
  await page.keyboard.press('Enter');
  await heading(page, 'Add a city').waitFor();
});

/** The city has approved an inventory, which it shares with the network. */
async function approveInventory(cityId: string): Promise<void> {
  const lead = await store.as(SYSTEM, (tx) => findUserByEmail(tx, 'ada@example.org'));
  await store.as({ kind: 'person', userId: lead!.id }, async (tx) => {
    const key = await addInventory(tx, cityId, { ...tinyPlan.inventories[0]!, year: 2024 });
    const { text } = (await findVersion(tx, 'inventory', key))!;
    await saveVersion(tx, 'inventory', key, { basedOn: 1, text, state: 'review' });
    await saveVersion(tx, 'inventory', key, { basedOn: 2, text, state: 'approved' });
  });
}

it('a network is set up, answers a city that asks, sees what it shares, and its validator asks about a row', async () => {
  await admin.goto(`${stage.url}/workspace`);
  await admin.getByLabel('Name of the network').fill('Green cities');
  await button(admin, 'Set up the network').click();
  await heading(admin, 'People of the network').waitFor();
  const invitations = admin.getByRole('region', { name: 'Invitations' });
  await invitations.getByLabel('E-mail address').fill('vera@example.org');
  await button(admin, 'Invite').click();
  const link = await invitations.getByLabel('Link for vera@example.org').inputValue();
  await isSound(admin);
  await admin.getByRole('navigation', { name: 'Network Green cities' }).getByRole('link', { name: 'Cities' }).click();
  await heading(admin, 'No city is a member yet').waitFor();

  await admin.goto(`${stage.url}${cityAddress}/team`);
  await button(admin, 'Ask to join Green cities').click();
  await admin.getByText('asked to join; the network has not answered yet', { exact: false }).waitFor();
  await admin.goto(`${stage.url}/workspace`);
  await admin.getByRole('link', { name: 'Riverton asks to join' }).click();
  await button(admin, 'Decline… Riverton').click();
  await admin.keyboard.type('Name a contact first');
  await admin.keyboard.press('Enter');
  await heading(admin, 'This city is not in the network').waitFor();
  await admin.goto(`${stage.url}${cityAddress}/team`);
  await admin.getByText('Reason given: Name a contact first').waitFor();
  await button(admin, 'Ask again Green cities').click();
  for (const what of ['inventories', 'comments']) await admin.getByLabel(what, { exact: true }).check();
  await admin.getByRole('form', { name: 'Green cities sees' }).getByRole('button', { name: 'Save' }).click();
  await approveInventory(cityAddress.split('/').at(-1)!);
  await admin.getByRole('link', { name: 'Open Green cities' }).click();
  await button(admin, 'Take in Riverton').click();
  await admin.getByText('Riverton is a member now.', { exact: false }).waitFor();
  await button(admin, '1 with an inventory').click();
  await admin.getByRole('gridcell', { name: '2024 approved' }).waitFor();
  expect(admin.url()).toMatch(/\?show=inventory$/);
  await button(admin, '0 no inventory').click();
  await admin.getByText('No city matches', { exact: false }).waitFor();
  await isSound(admin);

  const vera = await stage.open(link.slice(stage.url.length), PHONE);
  await vera.getByText('You are invited to work in the network Green cities as validator.').waitFor();
  await vera.getByLabel('Name').fill('Vera');
  await vera.getByLabel('New password').fill('five yellow umbrellas');
  await button(vera, 'Create the account and join').click();
  await vera.getByRole('link', { name: 'Riverton' }).click();
  await vera.getByText('Rows of the inventory').click();
  await vera
    .getByRole('button', { name: /^Ask about I\.1\.1/ })
    .first()
    .click();
  await vera.keyboard.type('Which meter is this?');
  await vera.keyboard.press('Tab');
  await vera.keyboard.press('Enter');
  await vera.locator('.room-comment').getByText('Which meter is this?').waitFor();
  expect(await vera.getByRole('button', { name: /^Take in|^Remove from/ }).count()).toBe(0);
  await isSound(vera);
  const asked = await store.as(SYSTEM, (tx) => tx.selectFrom('comments').select(['place', 'version']).execute());
  expect(asked).toEqual([{ place: expect.stringMatching(/:result$/) as string, version: 3 }]);
});

it('an administrator hands a link for a lost password on, and takes an account’s rights away', async () => {
  await admin.goto(`${stage.url}/workspace/account`);
  const accounts = admin.getByRole('region', { name: 'Accounts of this installation' });
  await accounts.getByRole('button', { name: 'Password link Rosa' }).click();
  const link = await accounts.getByLabel('A link with which Rosa', { exact: false }).inputValue();
  const page = await stage.open(link.slice(stage.url.length), PHONE);
  await page.getByLabel('New password').fill('seven slow trams at dawn');
  await isSound(page);
  await button(page, 'Use this password').click();
  await page.getByLabel('E-mail address').fill('rosa@example.org');
  await page.getByLabel('Password', { exact: true }).fill('seven slow trams at dawn');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Riverton' }).waitFor();
  await accounts.getByRole('button', { name: 'Disable Rosa' }).click();
  await accounts.getByRole('button', { name: 'Disable', exact: true }).click();
  await accounts.getByText('disabled', { exact: true }).waitFor();
  await page.reload();
  await heading(page, 'Sign in').waitFor();
});

it('an administrator finds a lead for a city that lost its own, and accounts are deleted, by others and by oneself', async () => {
  await store.as(SYSTEM, async (tx) => foundCity(tx, { name: 'Lakeside', country: 'DEU' }, (await findUserByEmail(tx, 'rosa@example.org'))!.id)); // prettier-ignore
  await admin.reload();
  const leaderless = admin.getByRole('region', { name: 'Cities without a lead' });
  await leaderless.getByLabel('E-mail address of the new lead').fill('sita@example.org');
  await button(admin, 'Invite as lead').click();
  const link = await leaderless.getByLabel('becomes the lead of Lakeside', { exact: false }).inputValue();
  await isSound(admin);
  const sita = await stage.open('/workspace', PHONE);
  await sita.getByLabel('E-mail address').fill('sita@example.org');
  await sita.getByLabel('Password', { exact: true }).fill('nine quiet harbours');
  await sita.keyboard.press('Enter');
  await heading(sita, 'Add a city').waitFor();
  await sita.goto(link);
  await button(sita, 'Join as Sita').click();
  await sita.getByRole('link', { name: 'Team' }).click();
  await sita.getByText('invited a lead, since nobody led the city').waitFor();

  const accounts = admin.getByRole('region', { name: 'Accounts of this installation' });
  await accounts.getByRole('button', { name: 'Delete Rosa' }).click();
  await accounts.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.poll(() => accounts.getByText('rosa@example.org', { exact: false }).count()).toBe(0);
  await sita.goto(`${stage.url}/workspace/account`);
  const end = sita.getByRole('region', { name: 'Delete my account' });
  const pressTwice = async () => {
    await button(sita, 'Delete my account').click();
    await end.getByRole('group').getByRole('button', { name: 'Delete my account' }).click();
  };
  await pressTwice();
  await end.getByText('Nobody else leads this city', { exact: false }).waitFor();
  await isSound(sita);
  await store.as(SYSTEM, (tx) =>
    tx.updateTable('members').set({ role: 'viewer' }).where('role', '=', 'lead').execute(),
  );
  await pressTwice();
  await heading(sita, 'Sign in').waitFor();
});
