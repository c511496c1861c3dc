/** `cities …` in this process with its output caught. */
import { main } from '../src/main.ts';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export async function cities(...argv: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const exit = await main(argv, { stdout: (text) => void (out += text), stderr: (text) => void (err += text) });
  return { exit, out, err };
}
