/** How people get in here: what a page may offer before anybody is signed in, and who may set up a city. */
import { relyingPartyOf } from '../identity/relying-party.ts';
import type { Caller } from './caller.ts';
import type { OpenWorkspace } from './store-handle.ts';

export interface WaysIn {
  readonly passkeys: boolean;
  readonly singleSignOn: boolean;
  readonly registration: boolean;
}

/** What works at the address that was asked. */
export function waysIn(workspace: OpenWorkspace, publicUrl: string | undefined, url: string): WaysIn {
  const isDemo = workspace.demoUserId !== undefined;
  return {
    passkeys: !isDemo && relyingPartyOf(publicUrl, url) !== undefined,
    singleSignOn: !isDemo && workspace.singleSignOn,
    registration: !isDemo && workspace.openRegistration,
  };
}

/** Everybody of the demo, administrators, and where registration is open whoever has an account and is no program. */
export function mayFound(caller: Caller, { openRegistration }: OpenWorkspace): boolean {
  if (caller.kind === 'demo' || caller.administrator) return true;
  return openRegistration && caller.kind === 'session';
}
