/** Countries and cities: what is known of a place before anyone has entered a figure. */
export * from './columns.ts';
export * from './countries.ts';
export * from './grid-outlook.ts';
export * from './local-facts.ts';
export * from './profile.ts';
export * from './years.ts';
export * from './cities.ts';
export * from './city-name.ts';
export * from './country-name.ts';
export * from './name-index.ts';
export * from './edit-distance.ts';
export * from './find.ts';
export * from './gazetteer.ts';
export * from './name.ts';
export * from './search.ts';
