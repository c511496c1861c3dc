import { expect, it } from 'vitest';
import { csv } from './csv.ts';

it('a cell begins no formula, nor does what a spreadsheet makes a cell of by itself: after a semicolon or a tab', () => {
  const nasty = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    'a;=1+1',
    'a\t=1+1',
    'a\r\n=1',
  ];
  const cells = nasty.map((text) => csv([text], []).slice(0, -1));
  expect(cells).toEqual([
    "'=1+1", "'+1", "'-1", "'@SUM(A1)", '"\'\t=1"', '"\'\r=1"', "'＝1", "'＋1", "'－1", "'＠x", '"a;=1+1"', '"a\t=1+1"', '"a\r\n=1"',
  ]); // prettier-ignore
});
