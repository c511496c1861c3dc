/** The checklist of docs/security/asvs.md: every requirement of levels 1 and 2 once, with a state, and tests that exist. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

/** Sections of ASVS 5.0.0 with the levels of their requirements, in order; level 3 is not asked for here. */
const LEVELS: Readonly<Record<string, string>> = {
  ...{ '1.1': '22', '1.2': '1111122223', '1.3': '112222222223', '1.4': '222', '1.5': '123' },
  ...{ '2.1': '122', '2.2': '112', '2.3': '12223', '2.4': '23' },
  ...{ '3.1': '3', '3.2': '113', '3.3': '12223', '3.4': '11222233', '3.5': '11122333', '3.6': '3', '3.7': '22333' },
  ...{ '4.1': '12233', '4.2': '23333', '4.3': '22', '4.4': '1222' },
  ...{ '5.1': '2', '5.2': '112333', '5.3': '113', '5.4': '222' },
  ...{ '6.1': '122', '6.2': '111111112222', '6.3': '11223333', '6.4': '112233', '6.5': '22222333' },
  ...{ '6.6': '2223', '6.7': '33', '6.8': '2222' },
  ...{ '7.1': '222', '7.2': '1111', '7.3': '22', '7.4': '11222', '7.5': '223', '7.6': '22' },
  ...{ '8.1': '1233', '8.2': '1123', '8.3': '133', '8.4': '23' },
  ...{ '9.1': '111', '9.2': '1222' },
  ...{ '10.1': '22', '10.2': '223', '10.3': '22223', '10.4': '1111122222233333', '10.5': '22222', '10.6': '22' },
  ...{ '10.7': '222' },
  ...{ '11.1': '2233', '11.2': '22233', '11.3': '11233', '11.4': '1222', '11.5': '23', '11.6': '23', '11.7': '33' },
  ...{ '12.1': '12233', '12.2': '11', '12.3': '22223' },
  ...{ '13.1': '2333', '13.2': '222223', '13.3': '2233', '13.4': '1222233' },
  ...{ '14.1': '22', '14.2': '12223333', '14.3': '122' },
  ...{ '15.1': '12233', '15.2': '12233', '15.3': '1222222', '15.4': '3333' },
  ...{ '16.1': '2', '16.2': '22222', '16.3': '2222', '16.4': '222', '16.5': '2223' },
  ...{ '17.1': '23', '17.2': '22223333', '17.3': '22' },
};
const wanted = Object.entries(LEVELS).flatMap(([section, levels]) =>
  [...levels].flatMap((level, i) => (level === '3' ? [] : [`${section}.${i + 1} ${level}`])),
);

const lines = read('docs/security/asvs.md')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the checklist of the OWASP standard', () => {
  it('has every requirement of levels 1 and 2 exactly once, in order', () => {
    // The standard counts 70 of level 1 and 183 of level 2.
    expect(wanted.filter((line) => line.endsWith(' 1'))).toHaveLength(70);
    expect(wanted).toHaveLength(253);
    expect(lines.map(([number, level]) => `${number} ${level}`)).toEqual(wanted);
  });

  it('says of each what it is about, how it stands, and why', () => {
    for (const [number, , what, state, why] of lines) {
      expect(['met', 'n/a', 'not met', 'operator'], number).toContain(state);
      expect(what!.length, number).toBeGreaterThan(3);
      expect(why!.length, number).toBeGreaterThan(3);
    }
  });

  it.each(['docs/security/asvs.md', 'docs/security.md'])(
    'names in %s only tests and files that are there',
    (document) => {
      const files = readdirSync(`${root}packages`, { recursive: true, encoding: 'utf8' })
        .concat(readdirSync(`${root}test`))
        .filter((path) => !path.includes('node_modules') && !path.includes('dist'))
        .map((path) => path.slice(path.search(/[^/\\]*$/)));
      const named = [...read(document).matchAll(/`([\w-]+(?:\.[\w-]+)*\.ts)`/g)].map(([, name]) => name!);
      expect(named.length).toBeGreaterThan(50);
      expect([...new Set(named)].filter((name) => !files.includes(name))).toEqual([]);
    },
  );
});
