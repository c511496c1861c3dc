export * from './limits.ts';
export { readDirectory, tooLarge, type ArchiveEntry } from './directory.ts';
export { Budget, expand } from './expand.ts';
export { checkXml } from './xml-check.ts';
