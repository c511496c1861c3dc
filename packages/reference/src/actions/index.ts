export { ACTION_LOCALES, ACTION_TABLES, parseActionLibrary, parseActionSources } from './load.ts';
