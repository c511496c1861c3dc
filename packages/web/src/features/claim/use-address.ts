/** Keeps question and address in step: a link asks it, and asking it makes a link. */
import { useEffect, useReducer, useRef, useState, type Dispatch } from 'react';
import { restate, useAddress } from '../../shared/router.ts';
import { addressOf, choiceOf, type AddressTrouble } from './address.ts';
import { claimAfter, sameClaim, stateOf, type ClaimEvent, type ClaimState } from './state.ts';

/** Browsers let an address be changed about three times a second. */
const REST_MS = 350;

export interface AddressedClaim {
  readonly state: ClaimState;
  readonly send: Dispatch<ClaimEvent>;
  /** What could not be read of the link that led here. */
  readonly trouble: AddressTrouble | undefined;
}

export function useAddressedClaim(): AddressedClaim {
  const [path = '/', search = ''] = useAddress().split('?');
  const [trouble, setTrouble] = useState(() => choiceOf(search).trouble);
  const [state, send] = useReducer(claimAfter, search, (text) => stateOf(choiceOf(text).choice));
  /** The query that this hook wrote last: reading it back would undo what was chosen meanwhile. */
  const written = useRef(search);

  useEffect(() => {
    if (search === written.current) return;
    written.current = search;
    const reading = choiceOf(search);
    setTrouble(reading.trouble);
    send({ kind: 'asked', choice: reading.choice });
  }, [search]);

  useEffect(() => {
    const timer = setTimeout(() => {
      if (sameClaim(choiceOf(window.location.search).choice, state.choice)) return;
      const query = addressOf(state.choice);
      written.current = query.slice(1);
      restate(path + query, 'replace');
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [path, state.choice]);
  return { state, send, trouble };
}
