/** The tool about the climate: what one plan changes, and what a thousand would. */
import { z } from '@hono/zod-openapi';
import { bandInYear, claimFindingOf, type ClaimAnswer, type Plan, type PlanWarming } from '@thousand-cities/model'; // prettier-ignore
import type { PlanSource } from './plans.ts';
import { tool, type Tool } from './tool.ts';

/** What the tool asks. */
export interface ClimateDesk {
  /** @throws {DomainError} */
  warming(plan: Plan): Promise<PlanWarming>;
  /** The answer for the choices that the page of the thousand begins with. */
  thousand(): Promise<ClaimAnswer>;
}

const Range = z.object({ low: z.number(), middle: z.number(), high: z.number() }).describe('5, 50 and 95 % of the climate ensemble'); // prettier-ignore
const Tonnes = z.object({ by2050: z.number(), by2100: z.number() });

const Answer = z.object({
  plan: z.object({
    firstYear: z.int(),
    avoidedTonnes: Tonnes,
    gridTonnes: Tonnes,
    years: z.array(z.object({ year: z.int(), changeKelvin: Range, changeKelvinWithCoEmitted: Range })),
  }),
  world: z.object({
    scenario: z.string(),
    members: z.int(),
    warmingKelvin: z.array(z.object({ year: z.int(), withoutPlans: Range })),
  }),
  thousand: z.object({
    cities: z.int(),
    withPlan: z.int(),
    avoidedTonnesBy2050: z.number(),
    planShareBy2050: z.number().nullable(),
    verdict: z.string(),
    in2100: z.object({ withPlans: Range, avoidedKelvin: Range }).nullable(),
  }),
  howToSay: z.string(),
});

const LAST = 2100;

export const climateTool = (desk: ClimateDesk, { argument, find }: PlanSource): Tool =>
  tool({
    name: 'plan_in_climate',
    title: 'What a plan means for the climate',
    description:
      'What one plan keeps out of the air (t CO2e by GWP100 of AR6, inside the city, negative adds; cleaner grid electricity apart) and by how much that changes the temperature of the world, with the range of the climate ensemble (5 to 95 % of members). Beside it the thousand cities: what they would avoid with the plans that the front page begins with, and the temperature with them. Changes of one city are millionths of a kelvin: never call a plan "keeping 1.5 °C"; that is a matter of targets (evaluate_plan) and of what all do. Ranges are of the climate alone: whether a plan is carried out is not in them. Follow `howToSay`.',
    input: z.strictObject({ plan: argument }),
    output: Answer,
    run: async ({ plan }) => {
      const [own, thousand] = await Promise.all([find(plan).then((found) => desk.warming(found)), desk.thousand()]);
      return answerOf(own, thousand);
    },
  });

function answerOf(own: PlanWarming, claim: ClaimAnswer): z.input<typeof Answer> {
  const { firstYear, avoidedTonnes, gridTonnes, years, world, members } = own;
  const { tonnes, climate } = claim;
  return {
    plan: {
      firstYear,
      avoidedTonnes: rounded(avoidedTonnes),
      gridTonnes: rounded(gridTonnes),
      years: years.map(({ year, change, changeWithCoEmitted }) => ({
        year,
        changeKelvin: rounded(change),
        changeKelvinWithCoEmitted: rounded(changeWithCoEmitted),
      })),
    },
    world: { scenario: world, members, warmingKelvin: years.map((each) => ({ year: each.year, withoutPlans: rounded(each.world) })) }, // prettier-ignore
    thousand: {
      cities: tonnes.cities,
      withPlan: tonnes.withPlan,
      avoidedTonnesBy2050: digits(tonnes.by2050),
      planShareBy2050: tonnes.by2050 > 0 ? digits((avoidedTonnes.by2050 + gridTonnes.by2050) / tonnes.by2050) : null,
      verdict: claimFindingOf(claim).verdict,
      in2100: climate
        ? { withPlans: rounded(bandInYear(climate.years, climate.ghgOnly.warming, LAST)), avoidedKelvin: rounded(climate.ghgOnly.avoided2100) } // prettier-ignore
        : null,
    },
    howToSay: wordsOf(own),
  };
}

/** Three digits: more is noise, and would be quoted. */
const digits = (value: number): number => Number(value.toPrecision(3)) + 0;

const rounded = <T extends object>(range: T): T =>
  Object.fromEntries(Object.entries(range).map(([name, value]) => [name, digits(value as number)])) as T;

/** Sentences that claim no more than there is. */
function wordsOf({ years, avoidedTonnes, world, members }: PlanWarming): string {
  const { year, change, changeWithCoEmitted } = years.at(-1)!;
  const micro = (kelvin: number) => String(digits(Math.abs(kelvin) * 1e6));
  const [near, far] = [change.low, change.high].map(Math.abs).sort((a, b) => a - b) as [number, number];
  const tonnes = `${avoidedTonnes.by2050 >= 0 ? 'keeps' : 'adds'} ${digits(Math.abs(avoidedTonnes.by2050))} t CO2e ${avoidedTonnes.by2050 >= 0 ? 'out of' : 'to'} the air by 2050`;
  const warming = `${change.middle <= 0 ? 'lessens' : 'adds to'} the warming of ${year} by ${micro(change.middle)} millionths of a degree (${micro(near)} to ${micro(far)}; ${members} members, world ${world})`;
  const unsure = [change, changeWithCoEmitted].some(({ low, high }) => Math.sign(low) !== Math.sign(high));
  const sign = unsure ? ' Counted with the pollutants that fall along and that cool the air, even its sign is not certain.' : ''; // prettier-ignore
  return `Carried out in full, the plan ${tonnes} and ${warming}.${sign} Alone it decides nothing; it counts as one of many.`;
}
