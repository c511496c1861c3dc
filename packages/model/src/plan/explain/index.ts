/** Where numbers come from. */
export type { ExplainNode } from './node.ts';
export { createExplainer, explain } from './explain.ts';
