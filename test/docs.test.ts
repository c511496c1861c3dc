/** Documents keep their word: every link leads somewhere, and every `cities …` line of the README, the guides and the help runs. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { commandLinesIn, createShell, type Runs } from '../packages/cli/test/command-lines.ts';
import { cities } from '../packages/cli/test/run-in-process.ts';

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

/** These run until they are stopped, or work on a database, and have tests of their own. */
const ELSEWHERE = /^cities (serve|worker|mcp|account)\b/;
const COMMANDS = ['inventory', 'starter', 'plan', 'evaluate', 'explain', 'climate', 'network'];

describe('every cities line runs as it is printed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cities-docs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const guides = documents().filter((path) => /^(README|docs\/guide\/.*|examples\/README)\.md$/.test(path.replaceAll('\\', '/'))); // prettier-ignore
  const ran: Runs = new Map();

  async function runsAll(text: string): Promise<number> {
    const run = createShell(folder, ran);
    const lines = commandLinesIn(text).filter((line) => !ELSEWHERE.test(line));
    for (const line of lines) {
      const { exit, out, err } = await run(line);
      expect({ line, exit, err: exit === 0 ? '' : err }).toEqual({ line, exit: 0, err: '' });
      if (line.includes('--json')) expect(() => JSON.parse(out) as unknown, line).not.toThrow();
    }
    return lines.length;
  }

  it.each(guides)('%s', { timeout: 240_000 }, async (document) => {
    await runsAll(blocksOf(textOf(document)));
  });

  it.each(COMMANDS)('examples of cities %s --help', { timeout: 120_000 }, async (command) => {
    const { out } = await cities(command, '--help');
    expect(await runsAll(out.split('Examples:')[1] ?? '')).toBeGreaterThan(0);
  });
});

/** What stands in code blocks. A block that shows a refusal says so: ```console refused. */
function blocksOf(text: string): string {
  const blocks = text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```/gm);
  return Array.from(blocks, ([, kind, body]) => (kind!.includes('refused') ? '' : body!)).join('\n');
}
