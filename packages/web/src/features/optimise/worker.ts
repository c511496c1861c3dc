/** The optimiser, off the main thread. It looks for a cancel at every improvement. */
import { DomainError } from '@thousand-cities/model';
import type { OptimiseReply, OptimiseRequest, OptimiseStart } from './messages.ts';
import { solve } from './solve.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const post = (reply: OptimiseReply) => scope.postMessage(reply);
const signal = { aborted: false };

/** Let a waiting message in before going on. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

async function work(request: OptimiseStart): Promise<void> {
  try {
    const outcome = await solve(request, {
      signal,
      onProgress: async (progress) => {
        post({ kind: 'progress', ...progress });
        await breathe();
      },
    });
    post({ kind: 'done', outcome });
  } catch (error) {
    const code = error instanceof DomainError ? error.code : 'fault';
    post({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) });
  }
}

scope.onmessage = ({ data }: MessageEvent<OptimiseRequest>) => {
  if (data.kind === 'cancel') signal.aborted = true;
  else void work(data);
};
