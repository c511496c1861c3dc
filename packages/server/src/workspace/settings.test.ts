import { describe, expect, it } from 'vitest';
import { workspaceSettings } from './settings.ts';

describe('settings of the environment', () => {
  it('are all optional', () => {
    expect(workspaceSettings({})).toEqual({ trustProxy: false });
  });

  it('are read', () => {
    const oidc = {
      CITIES_OIDC_DISCOVERY: 'https://id.example.org/.well-known/openid-configuration',
      CITIES_OIDC_CLIENT_ID: 'c',
      CITIES_OIDC_CLIENT_SECRET: 's',
    };
    const env = {
      CITIES_URL: 'https://plan.example.org/',
      CITIES_SECRET: 'x'.repeat(32),
      CITIES_SECRET_BEFORE: `${'y'.repeat(32)} ${'z'.repeat(40)}`,
      CITIES_TRUST_PROXY: '1',
      CITIES_REQUESTS_PER_MINUTE: '6000',
      CITIES_OPEN_REGISTRATION: '1',
      CITIES_SECOND_FACTOR: 'administrators, leads',
      ...oidc,
    };
    expect(workspaceSettings(env)).toEqual({
      trustProxy: true,
      publicUrl: 'https://plan.example.org',
      secret: 'x'.repeat(32),
      secretsBefore: ['y'.repeat(32), 'z'.repeat(40)],
      limits: { requests: 6000, writes: 1500, signIns: 20 },
      openRegistration: true,
      secondFactorOf: ['administrators', 'leads'],
      singleSignOn: { id: 'oidc', discoveryUrl: oidc.CITIES_OIDC_DISCOVERY, clientId: 'c', clientSecret: 's' },
    });
  });

  it.each([
    [{ CITIES_URL: 'plan.example.org' }, 'CITIES_URL'],
    [{ CITIES_URL: 'javascript:alert(1)' }, 'CITIES_URL'],
    [{ CITIES_SECOND_FACTOR: 'administrators,everybody' }, 'CITIES_SECOND_FACTOR'],
    [{ CITIES_SECRET: 'short' }, 'CITIES_SECRET'],
    [{ CITIES_SECRET_BEFORE: `${'y'.repeat(32)} short` }, 'CITIES_SECRET_BEFORE'],
    [{ CITIES_STOLEN_PASSWORDS: '/no/such/file' }, 'stolen passwords'],
    [{ CITIES_CLAMD: 'localhost' }, 'CITIES_CLAMD'],
    [{ CITIES_CLAMD: 'localhost:99999' }, 'CITIES_CLAMD'],
    [{ CITIES_REQUESTS_PER_MINUTE: 'many' }, 'CITIES_REQUESTS_PER_MINUTE'],
    [{ CITIES_OIDC_DISCOVERY: 'https://id.example.org' }, 'CITIES_OIDC_DISCOVERY'],
  ])('are refused when they cannot be meant: %j', (env, name) => {
    expect(() => workspaceSettings(env)).toThrow(name);
  });
});
