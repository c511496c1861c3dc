/** A city's published data as a schema.org Dataset, for search engines of data. */
import type { PublishedDocuments, PublishedState } from './read.ts';

export interface CityData {
  readonly state: PublishedState;
  readonly documents: PublishedDocuments;
  readonly description: string;
  /** Of the page. */
  readonly url: string;
  readonly locale: string;
}

/** The Dataset; undefined where there is no plan. */
export function cityData({ state, documents, description, url, locale }: CityData): unknown {
  const { plan } = documents;
  if (!plan) return undefined;
  const { baseYear, horizonYear } = plan.plan.baseline;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: plan.publication.title,
    description,
    url,
    inLanguage: locale,
    version: String(plan.publication.version),
    datePublished: plan.publication.publishedAt,
    temporalCoverage: `${baseYear}/${horizonYear}`,
    spatialCoverage: { '@type': 'City', name: state.city.name, address: { '@type': 'PostalAddress', addressCountry: state.city.country } }, // prettier-ignore
    measurementTechnique: 'Global Protocol for Community-Scale Greenhouse Gas Inventories (GPC)',
    isAccessibleForFree: true,
    ...(plan.plan.licence && { license: plan.plan.licence.url ?? plan.plan.licence.name }),
    distribution: [{ '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${url}/plan.json` }],
  };
}
