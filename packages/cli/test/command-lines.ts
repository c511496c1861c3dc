/** Command lines as documents print them, run as they stand: for the tests that hold help texts and guides to their word. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cities, type Ran } from './run-in-process.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Every `cities …` line of a text, without prompt and `npx`, long lines joined. */
export function commandLinesIn(text: string): string[] {
  return text
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim().replace(/^\$ /, '').replace(/^npx /, ''))
    .filter((line) => /^cities [a-z]/.test(line));
}

/** What lines came to that read nothing but this repository and write nothing, by their words. */
export type Runs = Map<string, Promise<Ran>>;

/**
 * A shell that knows just enough: quotes, comments, `> FILE` (dropped), stars in file names. What a line writes with -o or --table goes
 * to a folder of its own, where later lines find it; plans are made with --quick. What stands in `ran` is not run again.
 */
export function createShell(folder: string, ran: Runs): (line: string) => Promise<Ran> {
  const written = new Map<string, string>();
  return (line) => {
    const [command, ...words] = wordsOf(line).flatMap(expand);
    const argv = words.map((word, i) => {
      if (words[i - 1] === '-o' || words[i - 1] === '--table')
        written.set(word, join(folder, word.replaceAll(/[/\\]/g, '-')));
      return written.get(word) ?? (word.startsWith('examples/') ? join(ROOT, word) : word);
    });
    const quick = command === 'plan' && !argv.includes('--quick') && !argv.includes('--help') ? ['--quick'] : [];
    const run = () => cities(command!, ...argv, ...quick);
    if (argv.some((word) => word.startsWith(folder))) return run();
    const key = JSON.stringify([command, ...argv, ...quick]);
    const before = ran.get(key) ?? run();
    ran.set(key, before);
    return before;
  };
}

/** Words after `cities`, up to a redirection or comment. */
export function wordsOf(line: string): string[] {
  const found = line.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g);
  const words = Array.from(found, ([, double, single, bare]) => double ?? single ?? bare!).slice(1);
  const end = words.findIndex((word) => word === '>' || word === '|' || word === '#');
  return end === -1 ? words : words.slice(0, end);
}

function expand(word: string): string[] {
  if (!/^[\w./-]*\*[\w.-]*$/.test(word)) return [word];
  const [before, after] = word.slice(word.lastIndexOf('/') + 1).split('*') as [string, string];
  const found = readdirSync(join(ROOT, dirname(word))).filter(
    (name) => name.startsWith(before) && name.endsWith(after),
  );
  return found.map((name) => join(ROOT, dirname(word), name));
}
