/** The claim's worker: holds the cities and the climate, and answers one question after the other. */
import { type ClaimEngine, createClaimEngine, DomainError, readThousand } from '@thousand-cities/model';
import { loadClimate } from './climate.ts';
import type { ClaimReply, ClaimRequest } from './messages.ts';
import { rosterOf } from './roster.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const post = (reply: ClaimReply) => scope.postMessage(reply);
let engine: ClaimEngine | undefined;

/** Code and words of a thrown thing. */
function troubleOf(error: unknown): { readonly code: string; readonly message: string } {
  const code = error instanceof DomainError || hasCode(error) ? error.code : 'fault';
  return { code, message: error instanceof Error ? error.message : String(error) };
}

const hasCode = (error: unknown): error is { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

function open(document: ArrayBuffer): void {
  try {
    const data = readThousand(new TextDecoder().decode(document));
    engine = createClaimEngine(data);
    post({ kind: 'roster', roster: rosterOf(data) });
  } catch (error) {
    post({ kind: 'failed', what: 'cities', ...troubleOf(error) });
  }
}

async function fetchClimate(): Promise<void> {
  try {
    const { facts, basis } = await loadClimate((received, total) =>
      post({ kind: 'progress', received, ...(total !== undefined && { total }) }),
    );
    engine?.know(facts);
    post({ kind: 'climate-ready', basis });
  } catch (error) {
    post({ kind: 'failed', what: 'climate', ...troubleOf(error) });
  }
}

function answer({ id, choice }: Extract<ClaimRequest, { kind: 'ask' }>): void {
  if (!engine) return;
  const begun = performance.now();
  try {
    post({ kind: 'answer', id, answer: engine.answer(choice), took: performance.now() - begun });
  } catch (error) {
    post({ kind: 'refused', id, ...troubleOf(error) });
  }
}

scope.onmessage = ({ data }: MessageEvent<ClaimRequest>) => {
  switch (data.kind) {
    case 'cities':
      return open(data.document);
    case 'climate':
      return void fetchClimate();
    case 'ask':
      return answer(data);
  }
};
