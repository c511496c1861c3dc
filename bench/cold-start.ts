/** Benchmark: from `node` to the first answer of the server, whole process. */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

export const name = 'server: cold start to first answer';
export const aim = '≤ 2 s';

const main = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));

/** One start on a free port, and its end. */
async function once(): Promise<number> {
  const port = String(20_000 + (process.pid % 20_000) + Math.floor(performance.now() % 1000));
  const began = performance.now();
  const child = spawn(process.execPath, [main], { env: { ...process.env, PORT: port }, stdio: 'ignore' });
  try {
    for (;;) {
      try {
        const answer = await fetch(`http://127.0.0.1:${port}/api/cities?q=jakarta`);
        if (answer.ok) return performance.now() - began;
      } catch {
        if (performance.now() - began > 60_000) throw new Error('the server did not answer within 60 s');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

export async function measure() {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) times.push(await once());
  times.sort((a, b) => a - b);
  return [{ name, value: Math.round(times[2]!), unit: 'ms (median of 5)', aim }];
}
