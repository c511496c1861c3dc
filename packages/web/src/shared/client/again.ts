/**
 * What asks for a recent sign-in is asked once more after the person has signed in again. Whoever sends knows nothing of it: the
 * answer only takes longer, and what was typed stays where it is.
 */

/** Asks the person to sign in again. @returns whether they did */
type Ask = () => Promise<boolean>;

let ask: Ask | undefined;
let asking: Promise<boolean> | undefined;

/** Let the page ask from now on. @returns what ends that */
export function askBy(handler: Ask): () => void {
  ask = handler;
  return () => {
    if (ask === handler) ask = undefined;
  };
}

/** Of several requests at the same moment, the person is asked once. */
function signInAgain(): Promise<boolean> {
  asking ??= (ask?.() ?? Promise.resolve(false)).finally(() => (asking = undefined));
  return asking;
}

/** Send; where a recent sign-in is needed, ask for it and send once more. Without it, the refusal is the answer. */
export async function withRecentSignIn(send: () => Promise<Response>): Promise<Response> {
  const response = await send();
  if (!(await asksForSignIn(response))) return response;
  return (await signInAgain()) ? send() : response;
}

async function asksForSignIn(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const problem = (await response
    .clone()
    .json()
    .catch(() => null)) as { code?: unknown } | null;
  return problem?.code === 'recent-sign-in-needed';
}
