import { describe, expect, it } from 'vitest';
import { builtPage, realServices } from './fixture.case.ts';
import { acceptedLocale, directionOf } from './preferences.ts';
import { portOf, serve } from './serve.ts';

const options = { services: realServices(), webRoot: builtPage().webRoot, host: '127.0.0.1', handleSignals: false };

describe('the server', () => {
  it('listens, answers, and stops', async () => {
    const server = await serve({ ...options, port: 0 });
    expect(await (await fetch(`http://127.0.0.1:${server.port}/healthz`)).text()).toBe('ok');
    await server.close();
    await server.closed;
    await expect(fetch(`http://127.0.0.1:${server.port}/healthz`)).rejects.toThrow();
  });

  it('says which port is taken and what to do', async () => {
    const first = await serve({ ...options, port: 0 });
    await expect(serve({ ...options, port: first.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      message: expect.stringContaining(`port ${first.port} is taken`),
    });
    await first.close();
  });

  it('stops on a signal', async () => {
    const server = await serve({ ...options, port: 0, handleSignals: true });
    process.emit('SIGTERM', 'SIGTERM');
    await server.closed;
    expect(process.listenerCount('SIGTERM')).toBe(0);
  });

  it('reads its port, and refuses what is none', () => {
    expect(portOf(undefined)).toBe(3000);
    expect(portOf('8080')).toBe(8080);
    for (const bad of ['http', '70000', '-1', '80.5']) expect(() => portOf(bad)).toThrow('PORT is a whole number');
  });
});

describe('the reader’s language', () => {
  it('is the best known one of the header', () => {
    expect(acceptedLocale('fr, id;q=0.8, en;q=0.5')).toBe('id');
    expect(acceptedLocale('en;q=0.2, id;q=0')).toBe('en');
    expect(acceptedLocale('de')).toBeUndefined();
  });

  it('is written from the right where it is', () => {
    expect(directionOf('ar')).toBe('rtl');
    expect(directionOf('arn')).toBe('ltr');
  });
});
