/** The far end: a file that calls `answering` is one that a `Thread` can run. */
import { parentPort } from 'node:worker_threads';
import { crossed, crossing } from './errors.ts';
import type { FromThread, ToThread } from './messages.ts';

/** Whoever asked, seen from the thread. */
export interface Asker {
  /** Say how far it is, 0…1. */
  tell(progress: number): void;
  /** Ask for what must be known, such as the figures of a country. @throws what giving it failed with */
  need(name: string): Promise<unknown>;
}

/** Answer every question that comes, one after the other; whatever is thrown reaches whoever asked. */
export function answering<Question>(work: (question: Question, asker: Asker) => unknown): void {
  const port = parentPort!;
  const say = (message: FromThread): void => port.postMessage(message);
  let waiting: { resolve(given: unknown): void; reject(error: Error): void } | undefined;
  const asker: Asker = {
    tell: (progress) => say({ progress }),
    need: (name) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        say({ needs: name });
      }),
  };
  port.on('message', (message: ToThread) => {
    if ('given' in message) waiting?.resolve(message.given);
    else if ('withheld' in message) waiting?.reject(crossed(message.withheld));
    else void answer(message.question as Question);
  });
  const answer = async (question: Question): Promise<void> => {
    try {
      say({ answer: await work(question, asker) });
    } catch (error) {
      say(crossing(error));
    }
  };
}
