/** Regions of the starter models: UN subregions gathered until each has several cities to learn from. */

const BY_SUBREGION: Readonly<Record<string, string>> = {
  'Northern America': 'north-america',
  Caribbean: 'latin-america',
  'Central America': 'latin-america',
  'South America': 'latin-america',
  'Eastern Africa': 'sub-saharan-africa',
  'Middle Africa': 'sub-saharan-africa',
  'Southern Africa': 'sub-saharan-africa',
  'Western Africa': 'sub-saharan-africa',
  'Northern Africa': 'middle-east-north-africa',
  'Western Asia': 'middle-east-north-africa',
  'Central Asia': 'eastern-europe-central-asia',
  'Eastern Europe': 'eastern-europe-central-asia',
  'Northern Europe': 'europe',
  'Southern Europe': 'europe',
  'Western Europe': 'europe',
  'Eastern Asia': 'east-asia',
  'South-eastern Asia': 'south-east-asia',
  'Southern Asia': 'south-asia',
  'Australia and New Zealand': 'oceania',
  Melanesia: 'oceania',
  Micronesia: 'oceania',
  Polynesia: 'oceania',
};

/** Region of a UN subregion; `other` for Antarctica. */
export function starterRegion(subregion: string): string {
  return BY_SUBREGION[subregion] ?? 'other';
}
