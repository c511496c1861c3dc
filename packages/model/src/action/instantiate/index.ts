export type { ActionContext } from './context.ts';
export { toPlanMoney } from './cost.ts';
export {
  defaultActions,
  instantiateAction,
  type DefaultActions,
  type NotApplicable,
  type NotApplicableCode,
} from './instantiate.ts';
