/**
 * Put the present output of the commands into the README and the guides: `node scripts/run.mjs scripts/guide.ts`.
 *
 * A block opened by ```console head=N holds `$ npx cities …` lines; below each the first N lines of its output are written,
 * and `…` where there are more. Commands run in an empty folder beside a link to `examples/`.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLinesIn, wordsOf } from '../packages/cli/test/command-lines.ts';
import { cities } from '../packages/cli/test/run-in-process.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const inGuide = readdirSync(join(root, 'docs/guide')).filter((name) => name.endsWith('.md'));
const guides = ['README.md', ...inGuide.map((name) => `docs/guide/${name}`)].map((name) => join(root, name));
const WIDEST = 120;

const folder = mkdtempSync(join(tmpdir(), 'cities-guide-'));
symlinkSync(join(root, 'examples'), join(folder, 'examples'));
process.chdir(folder);
for (const guide of guides) {
  const text = readFileSync(guide, 'utf8');
  let fresh = '';
  let end = 0;
  for (const match of text.matchAll(/^```console head=(\d+)\n([\s\S]*?)^```$/gm)) {
    fresh += text.slice(end, match.index) + (await blockOf(match[2]!, Number(match[1])));
    end = match.index + match[0].length;
  }
  writeFileSync(guide, fresh + text.slice(end));
}
process.chdir(root);
rmSync(folder, { recursive: true });

async function blockOf(body: string, head: number): Promise<string> {
  const parts: string[] = [];
  for (const line of commandLinesIn(body)) {
    const { exit, out, err } = await cities(...wordsOf(line));
    if (parts.length > 0) parts.push('');
    if (exit !== 0) throw new Error(`${line}: ${err}`);
    const lines = out.trimEnd().split('\n').map(shortened);
    parts.push(`$ npx ${line}`, ...lines.slice(0, head), ...(lines.length > head ? ['…'] : []));
  }
  return `\`\`\`console head=${head}\n${parts.join('\n')}\n\`\`\``;
}

function shortened(text: string): string {
  const line = text.trimEnd();
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 2)} …` : line;
}
