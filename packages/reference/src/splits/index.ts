export { parseSplitShares, SPLIT_TABLES } from './load.ts';
