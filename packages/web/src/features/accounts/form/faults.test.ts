import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../shared/api.ts';
import { ProblemError } from '../../../shared/client/client.ts';
import { faultsOf, hasFaults, missingFaults, NO_FAULTS } from './faults.ts';

const refusal = (code: string, more: object = {}, retryAfter?: number) =>
  new ProblemError({ code, status: 400, detail: 'x', ...more }, retryAfter);

describe('before anything is sent', () => {
  it('a required field without an answer and an address that is none are told', () => {
    const field = { required: true, type: 'text' };
    const entered = [
      { ...field, name: 'name', value: '  ' },
      { ...field, name: 'email', type: 'email', value: 'rosa@example' },
      { ...field, name: 'note', value: '', required: false },
    ];
    expect(missingFaults(entered)).toEqual({
      fields: { name: 'accounts.fault.missing', email: 'accounts.fault.email' },
    });
    const good = [{ ...field, name: 'email', type: 'email', value: ' rosa@example.org ' }];
    expect([hasFaults(missingFaults(good)), hasFaults(NO_FAULTS)]).toEqual([false, false]);
  });
});

describe('what the server refused', () => {
  it.each([
    ['password-refused', { fault: 'common' }, { newPassword: 'accounts.password.fault.common' }],
    ['invalid-password', {}, { currentPassword: 'accounts.fault.password' }],
    ['already-exists', {}, { email: 'accounts.fault.taken' }],
    ['body-invalid', { at: ['email'] }, { email: 'accounts.fault.form' }],
  ])('%s stands beside its field', (code, more, fields) => {
    expect(faultsOf(refusal(code, more), ['currentPassword', 'newPassword', 'email'])).toEqual({ fields });
  });

  it('stands above the form where it has no such field, with how long to wait', () => {
    expect(faultsOf(refusal('invalid-code'), ['email'])).toEqual({ fields: {}, whole: { code: 'invalid-code' } });
    expect(faultsOf(refusal('locked', {}, 60), [])).toEqual({ fields: {}, whole: { code: 'locked', retryAfter: 60 } });
    expect(faultsOf(new ApiError('offline', 0, ''), [])).toMatchObject({ whole: { code: 'offline' } });
    expect(faultsOf(new TypeError('bug'), [])).toMatchObject({ whole: { code: 'fault' } });
  });
});
