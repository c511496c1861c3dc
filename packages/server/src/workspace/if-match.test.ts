import { describe, expect, it } from 'vitest';
import { versionsOf } from './if-match.ts';

/** RFC 9110, 13.1.1: `*`, or tags with commas, compared strongly (8.8.3.2). */
describe('If-Match', () => {
  it.each([
    [undefined, undefined],
    ['*', undefined],
    [' * ', undefined],
    ['"v3"', [3]],
    ['"v3", "v4"', [3, 4]],
    ['"v3","other" ,W/"v5","v6"', [3, 6]],
    ['"v3-br", "v4-gzip"', [3, 4]],
  ])('%s names %j', (header, versions) => expect(versionsOf(header)).toEqual(versions));

  it.each([
    'W/"v3"',
    'v3',
    '"3"',
    '"V3"',
    '"v"',
    '"v3',
    '""',
    '',
    '"v12345678901"',
    '"v3-"',
    '"v3-zip"',
    '"something else"',
  ])(
    '%s names none',
    (header) => expect(() => versionsOf(header)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ status: 412 }) as object })), // prettier-ignore
  );
});
