/** The same plan file gives the same numbers in Node and in Chromium. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import {
  createClimateModel,
  evaluate,
  readPlan,
  referenceOf,
  type Outcome,
  type readClimatePack,
} from '@thousand-cities/model';
import { climatePackBytes, loadClimatePack, loadReference } from '@thousand-cities/reference/node';
import { theBrowser } from '../packages/web/test/rooms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The model as one script that leaves `thousandCities` on the page. */
async function modelScript(): Promise<string> {
  const bundle = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['source'] },
    build: {
      write: false,
      minify: false,
      lib: { entry: `${root}packages/model/src/index.ts`, formats: ['iife'], name: 'thousandCities' },
    },
  });
  const outputs = (Array.isArray(bundle) ? bundle : [bundle]).flatMap((each) => ('output' in each ? each.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the bundle holds no script');
  return chunk.code;
}

/** What the script leaves on the page. */
interface Model {
  readonly evaluate: typeof evaluate;
  readonly readPlan: typeof readPlan;
  readonly referenceOf: typeof referenceOf;
  readonly createClimateModel: typeof createClimateModel;
  readonly readClimatePack: typeof readClimatePack;
}

/** Every number of a value by its path. */
function numbersOf(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => numbersOf(item, `${path}.${key}`));
}

let browser: Browser;
let script: string;
beforeAll(async () => {
  script = await modelScript();
  browser = await theBrowser();
});

describe('the same numbers in Node and in Chromium', () => {
  it.each(['semarang', 'nairobi', 'hamburg'])('%s, with draws', async (name) => {
    const text = readFileSync(`${root}examples/${name}.plan.json`, 'utf8');
    const plan = readPlan(text);
    const slice = loadReference().countrySlice(plan.city.country);
    const options = { draws: 512, seed: 3 };
    const here = evaluate(plan, referenceOf(slice), options);

    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto('about:blank');
    await page.addScriptTag({ content: `${script}\n;globalThis.thousandCities = thousandCities;` });
    const there = await page.evaluate(
      ({ text, slice, options }) => {
        const model = (globalThis as unknown as { thousandCities: Model }).thousandCities;
        return model.evaluate(model.readPlan(text), model.referenceOf(slice), options) as unknown;
      },
      { text, slice: JSON.parse(JSON.stringify(slice)) as typeof slice, options },
    );
    await page.close();

    const ours = numbersOf(JSON.parse(JSON.stringify(here)) as Outcome);
    const theirs = new Map(numbersOf(there));
    expect(ours.length).toBeGreaterThan(1000);
    expect(theirs.size).toBe(ours.length);
    for (const [path, value] of ours) {
      const other = theirs.get(path);
      const room = 1e-12 * Math.max(1, Math.abs(value));
      // A share of variance or a percentile divides or sorts sums of thousands of draws, so rounding may show a little more.
      const wide = path.startsWith('.fan') || path.startsWith('.drivesUncertainty') ? 1e3 * room : room;
      expect(Math.abs((other ?? Number.NaN) - value), path).toBeLessThanOrEqual(wide);
    }
  });

  it.each(['wasm', 'typescript'] as const)('the warming of 841 members, with the %s kernel', async (kernel) => {
    const years = { fromYear: 2091, toYear: 2100 };
    const here = createClimateModel(loadClimatePack()).run(loadClimatePack().scenario('ssp585'), years);
    const pack = Buffer.from(climatePackBytes()).toString('base64');

    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto('about:blank');
    await page.addScriptTag({ content: `${script}\n;globalThis.thousandCities = thousandCities;` });
    const there = await page.evaluate(
      ({ pack, years, kernel }) => {
        const model = (globalThis as unknown as { thousandCities: Model }).thousandCities;
        const bytes = Uint8Array.from(atob(pack), (letter) => letter.charCodeAt(0));
        const climate = model.createClimateModel(model.readClimatePack(bytes), { kernel });
        return { kernel: climate.kernel, warming: [...climate.run(climate.scenario('ssp585'), years).warming] };
      },
      { pack, years, kernel },
    );
    await page.close();
    expect(there.kernel).toBe(kernel);
    expect(there.warming).toHaveLength(841 * 10);
    expect(there.warming.every((value, i) => Object.is(value, here.warming[i]))).toBe(true);
  });
});
