/** The reference set: facts as text tables, pure parsers and lookups. What reads the disk is in `@thousand-cities/reference/node`. */
export * from './table.ts';
export * from './sources.ts';
export * from './identity.ts';
export * from './factors/index.ts';
export * from './places/index.ts';
export * from './reference.ts';
export * from './splits/index.ts';
export * from './starter/index.ts';
export * from './actions/index.ts';
export * from './kit.ts';
export * from './network/index.ts';
export * from './climate/index.ts';
