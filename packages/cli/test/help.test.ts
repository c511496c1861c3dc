/** Help that teaches: every command says what it does and shows lines to run. */
import { describe, expect, it } from 'vitest';
import { commandLinesIn } from './command-lines.ts';
import { cities } from './run.ts';

const COMMANDS = ['serve', 'inventory', 'starter', 'plan', 'evaluate', 'explain', 'climate', 'network', 'worker'];
const helpOf = async (...argv: readonly string[]): Promise<string> => {
  const { exit, out, err } = await cities(...argv, '--help');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return out;
};

it('cities --help lists every command with what it is for', async () => {
  const help = await helpOf();
  for (const command of COMMANDS) expect(help).toMatch(new RegExp(`^  ${command} .*\\S`, 'm'));
});

it('cities --version names a version', async () => {
  expect(await cities('--version')).toMatchObject({ exit: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

describe.each(COMMANDS)('cities %s --help', (command) => {
  it('describes every option, on lines that fit a screen', async () => {
    const help = await helpOf(command);
    expect(help).toContain(`Usage: cities ${command}`);
    for (const option of help.match(/^ {2}-.*$/gm) ?? []) expect(option).toMatch(/ {2}\S/);
    for (const line of help.split('\n')) expect(line.length, line).toBeLessThanOrEqual(132);
  });

  // That they run is asserted with the lines of the guides, many of which are the same: test/docs.test.ts.
  it('shows examples', async () =>
    expect(commandLinesIn((await helpOf(command)).split('Examples:')[1] ?? '')).not.toEqual([]));
});
