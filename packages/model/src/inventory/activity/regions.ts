/** Which regions of the factor tables hold a country. */
import type { CountryProfile } from '../../reference.ts';
import type { CountryPlace } from '../factors/slice.ts';
import { kebab } from './kebab.ts';

/** Names that factor tables use for regions larger than a UN subregion, nearest first. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  'southern-asia': ['south-central-asia', 'indian-subcontinent', 'asia'],
  'central-asia': ['south-central-asia', 'asia'],
  'eastern-asia': ['asia'],
  'south-eastern-asia': ['asia'],
  'western-asia': ['middle-east', 'asia'],
  'northern-america': ['north-america', 'canada-europe-russia-oceania'],
  caribbean: ['latin-america'],
  'central-america': ['latin-america'],
  'south-america': ['latin-america'],
  'eastern-europe': ['canada-europe-russia-oceania'],
  'northern-europe': ['western-europe', 'canada-europe-russia-oceania'],
  'southern-europe': ['western-europe', 'canada-europe-russia-oceania'],
  'western-europe': ['canada-europe-russia-oceania'],
  'australia-and-new-zealand': ['australia-new-zealand', 'oceania', 'canada-europe-russia-oceania'],
  melanesia: ['other-oceania', 'oceania', 'canada-europe-russia-oceania'],
  micronesia: ['other-oceania', 'oceania', 'canada-europe-russia-oceania'],
  polynesia: ['other-oceania', 'oceania', 'canada-europe-russia-oceania'],
};

/** Regions of factor tables that hold a country, nearest first. `world` is not among them: it holds every country. */
export function factorRegions(
  { iso3, region, subregion }: CountryPlace,
  incomeGroup: CountryProfile['incomeGroup'],
): readonly string[] {
  const near = kebab(subregion);
  const wealth = incomeGroup === 'unknown' ? [] : [incomeGroup === 'high' ? 'developed' : 'developing'];
  return [iso3, near, ...(WIDER[near] ?? []), kebab(region), ...wealth];
}
