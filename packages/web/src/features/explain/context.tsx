/** Lets any figure ask where it comes from: views call `ask(path)`, the city screen shows the answer in a drawer. */
import { createContext, use } from 'react';

export type Ask = (path: string, label: string) => void;

export const ExplainContext = createContext<Ask>(() => undefined);

/** Ask where a figure comes from, by its path in the outcome. */
export const useAsk = (): Ask => use(ExplainContext);
