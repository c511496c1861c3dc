/** A thread for tests: answers, refuses, fails and comes to grief as it is told. */
import { DomainError } from '@thousand-cities/model';
import { answering } from './far.ts';

type Bare = 'count' | 'refuse' | 'break' | 'die' | 'spin' | 'eat';

export type Question =
  | { readonly kind: 'double'; readonly number: number }
  | { readonly kind: 'double-given'; readonly name: string }
  | { readonly [K in Bare]: { readonly kind: K } }[Bare];

let asked = 0;

answering<Question>(async (question, asker) => {
  asked++;
  switch (question.kind) {
    case 'double':
      asker.tell(0.5);
      return 2 * question.number;
    case 'double-given':
      return 2 * ((await asker.need(question.name)) as number);
    case 'count':
      return asked;
    case 'refuse':
      throw new DomainError('plan-invalid', 'not this one', ['rows', 3]);
    case 'break':
      throw new Error('a fault');
    case 'die':
      return process.exit(1);
    case 'spin':
      for (;;);
    case 'eat': {
      const eaten: number[][] = [];
      for (;;) eaten.push(Array.from({ length: 100_000 }, (_, i) => i));
    }
  }
});
