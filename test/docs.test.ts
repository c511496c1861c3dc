/** Documents keep their word: every link leads somewhere, and every `cities …` line of the README and the guides runs. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { commandLinesIn, createShell } from '../packages/cli/test/command-lines.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', 'test-output', 'coverage']);

/** Every Markdown file of the repository. */
function documents(folder: string = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : documents(path);
    return entry.name.endsWith('.md') ? [relative(root, path)] : [];
  });
}

const textOf = (document: string): string => readFileSync(join(root, document), 'utf8');

/** Targets of links and images, outside code. */
function linksIn(text: string): string[] {
  const prose = text.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, '').replaceAll(/`[^`\n]*`/g, '');
  const inline = Array.from(prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g), ([, target]) => target!);
  const named = Array.from(prose.matchAll(/^\[[^\]]+\]:\s+(\S+)/gm), ([, target]) => target!);
  return [...inline, ...named];
}

/** Anchors of headings as GitHub makes them. */
function anchorsOf(text: string): Set<string> {
  const headings = text.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, '').matchAll(/^#+\s+(.*)$/gm);
  return new Set(
    Array.from(headings, ([, words]) =>
      words!
        .toLowerCase()
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(/\s/g, '-'),
    ),
  );
}

describe.each(documents())('%s', (document) => {
  it('has links that lead somewhere', () => {
    const dead = linksIn(textOf(document)).filter((target) => !leads(document, target));
    expect(dead).toEqual([]);
  });
});

/** Pages elsewhere are not fetched: a test must not need the network. */
function leads(document: string, target: string): boolean {
  if (/^[a-z]+:/i.test(target)) return true;
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? join(root, document) : resolve(root, dirname(document), decodeURIComponent(path));
  if (!existsSync(file)) return false;
  return anchor === undefined || statSync(file).isDirectory() || anchorsOf(readFileSync(file, 'utf8')).has(anchor);
}

/** These run until they are stopped, and have tests of their own. */
const ENDLESS = /^cities (serve|worker|mcp)\b/;

describe('every cities line runs as it is printed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cities-docs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const guides = documents().filter((path) => /^(README|docs\/guide\/.*|examples\/README)\.md$/.test(path.replaceAll('\\', '/'))); // prettier-ignore

  it.each(guides)('%s', { timeout: 240_000 }, async (document) => {
    const run = createShell(folder);
    const lines = commandLinesIn(blocksOf(textOf(document))).filter((line) => !ENDLESS.test(line));
    for (const line of lines) {
      const { exit, err } = await run(line);
      expect({ line, exit, err: exit === 0 ? '' : err }).toEqual({ line, exit: 0, err: '' });
    }
  });
});

/** What stands in code blocks. A block that shows a refusal says so: ```console refused. */
function blocksOf(text: string): string {
  const blocks = text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```/gm);
  return Array.from(blocks, ([, kind, body]) => (kind!.includes('refused') ? '' : body!)).join('\n');
}
