import { evaluate, referenceOf } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { bandung } from '../../../test/fixture.ts';
import { createLanguage } from '../../i18n/context.tsx';
import en from '../../messages/en.json' with { type: 'json' };
import { inputName } from './state.ts';

const { plan, slice } = bandung();
const language = createLanguage('en', en);
const nameOf = (id: string) => plan.actions.find((action) => action.id === id)?.name ?? id;
const name = (input: string) => inputName(language, input, plan, nameOf);

describe('the name of an uncertain input', () => {
  it('says what it belongs to', () => {
    const action = plan.actions[0]!;
    const cell = plan.baseline.cells[0]!;
    expect(name('shared inventory:I.3.2')).toBe('Manufacturing and construction, scope 2');
    expect(name('shared factor:coal')).toBe('coal: emission factor');
    expect(name(`delivery ${action.id}`)).toBe(`${action.name}: delivery`);
    expect(name(`factor ${cell.id}`)).toContain(`(${cell.ref})`);
  });

  it('holds no identifier for anything the model really draws', () => {
    const outcome = evaluate(plan, referenceOf(slice), { draws: 64 });
    const names = outcome.drivesUncertainty!.map(({ input }) => name(input));
    expect(names.length).toBeGreaterThan(3);
    expect(
      names.filter((each) =>
        /^(activity|factor|shared|driver|price|delivery|delay|removal|lever-\w+) |:[a-z]/.test(each),
      ),
    ).toEqual([]);
  });
});
