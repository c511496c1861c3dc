import { describe, expect, it } from 'vitest';
import { stepsFrom } from './workflow.tsx';

describe('steps of a document', () => {
  it.each([
    ['draft', 'lead', ['submit']],
    ['draft', 'editor', ['submit']],
    ['returned', 'editor', ['submit']],
    ['draft', 'reviewer', []],
    ['draft', 'viewer', []],
    ['review', 'lead', ['approve', 'return']],
    ['review', 'reviewer', ['approve', 'return']],
    ['review', 'editor', []],
    ['approved', 'lead', ['publish']],
    ['approved', 'reviewer', []],
    ['published', 'lead', []],
  ] as const)('from %s as %s: %j', (state, role, steps) => {
    expect(stepsFrom(state, role)).toEqual(steps);
  });
});
