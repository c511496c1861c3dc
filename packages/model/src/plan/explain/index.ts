/** Where numbers come from. */
export type { ExplainNode } from './node.ts';
export { createExplainer, explain } from './explain.ts';
export { explainInventory, type InventoryWorld } from './inventory.ts';
export { operationNode, operationOf, operationPath, type Operation, type OperationKind } from './operation.ts';
