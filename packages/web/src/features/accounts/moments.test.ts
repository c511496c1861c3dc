import { expect, it } from 'vitest';
import { deviceOf } from './moments.ts';

const say = (key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`;

it.each([
  // As the browsers' documentation gives them.
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Windows'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0', 'Edge', 'Windows'], // prettier-ignore
  ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36', 'Chrome', 'Android'], // prettier-ignore
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1', 'Safari', 'iPhone'], // prettier-ignore
])('%s is %s on %s', (agent, browser, system) => {
  expect(deviceOf(agent, say)).toBe(`accounts.device ${JSON.stringify({ browser, system })}`);
});

it('what says nothing of itself is unknown', () => {
  expect(deviceOf(null, say)).toBe('accounts.device.unknown {}');
});
