import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import {
  ACTION_POWERS,
  CARRIERS,
  CO_BENEFITS,
  EASED_HAZARDS,
  END_USES,
  FILE_FINDINGS,
  GPC_REFERENCES,
  INVENTORY_FINDINGS,
  LEVER_KINDS,
  PLAN_FINDINGS,
  TARGET_KINDS,
} from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { chooseLocale, directionOf, LOCALES } from './locale.ts';

const source = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Every room of a language: `en.json`, `workspace.en.json` and so on. A key that two rooms have is refused. */
const read = (locale: string) => {
  const rooms = readdirSync(join(source, 'messages')).filter((name) => name.split('.').at(-2) === locale);
  const entries = rooms.flatMap((name) =>
    Object.entries(JSON.parse(readFileSync(join(source, 'messages', name), 'utf8')) as Record<string, string>),
  );
  const all = Object.fromEntries(entries);
  if (Object.keys(all).length !== entries.length) throw new Error(`two rooms of ${locale} have one key`);
  return all;
};
const catalogues = LOCALES.map((locale) => [locale, read(locale)] as const);
const english = read('en');

function placeholders(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap((option) => placeholders(option.value))];
      case TYPE.tag:
        return placeholders(element.children);
      default:
        return [element.value];
    }
  });
}
const names = (message: string) => [...new Set(placeholders(parse(message, { ignoreTag: true })))].sort();

function files(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path, ending) : ending.test(entry.name) ? [path] : [];
  });
}
const views = files(source, /\.tsx$/).filter((file) => !file.endsWith('.test.tsx'));
const code = files(source, /\.tsx?$/)
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe.each(catalogues)('the catalogue %s', (locale, catalogue) => {
  it('has the same keys as English', () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
  });

  it('has the same placeholders in every message', () => {
    const differing = Object.keys(english).filter(
      (key) => names(english[key]!).join() !== names(catalogue[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('leaves no message empty', () => {
    expect(Object.keys(catalogue).filter((key) => catalogue[key]!.trim() === '')).toEqual([]);
  });

  it('names every use, carrier, lever, target and sub-sector of the model', () => {
    const wanted = [
      ...END_USES.map((use) => `use.${use}`),
      ...CARRIERS.map((carrier) => `carrier.${carrier}`),
      ...LEVER_KINDS.map((kind) => `lever.${kind}`),
      ...TARGET_KINDS.flatMap((kind) => [`target.${kind}`, `target.${kind}.text`]),
      ...GPC_REFERENCES.map(({ subsector }) => `subsector.${subsector}`),
    ];
    expect(wanted.filter((key) => !(key in catalogue)).map((key) => `${locale}: ${key}`)).toEqual([]);
  });
});

describe('words', () => {
  it('are all in the catalogues: no text stands in a view', () => {
    const found = views.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const between = [...text.matchAll(/>\s*([^<>{}()=;&|?:]*\p{L}{2,}[^<>{}()=;&|?:]*)\s*<\//gu)].map((m) =>
        m[1]!.trim(),
      );
      const attributes = [...text.matchAll(/\b(?:aria-label|title|placeholder|alt)="([^"{]*\p{L}{2,}[^"]*)"/gu)].map(
        (m) => m[1]!,
      );
      return [...between, ...attributes].map((words) => `${file.slice(source.length)}: ${words}`);
    });
    // Names of file formats are the same in every language.
    expect(found.filter((line) => !/: (PNG|SVG|CSV|XLSX)$/.test(line))).toEqual([]);
  });

  it('that are asked for by a fixed key exist', () => {
    const asked = [...code.matchAll(/\bsay\(\s*'([\w.-]+)'/g)].map((match) => match[1]!);
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !(key in english))).toEqual([]);
  });
});

describe('the language of a reader', () => {
  it('is the first known wish, by its language part, else English', () => {
    expect(chooseLocale([undefined, 'id-ID', 'en'])).toBe('id');
    expect(chooseLocale(['fr', 'de'])).toBe('en');
  });

  it('is written from the right where it is', () => {
    expect(directionOf('ar-EG')).toBe('rtl');
    expect(directionOf('id')).toBe('ltr');
  });
});

describe('Bahasa Indonesia', () => {
  const [, indonesian] = catalogues.find(([locale]) => locale === 'id')!;
  /** Words of a message: what stands between its placeholders. */
  const wordsOf = (message: string) =>
    message.replaceAll(/\{\w+(, (plural|select),)?/g, ' ').match(/\p{L}{2,}/gu) ?? [];

  it('says in its own words what English says, save names and words that both languages have', () => {
    const shared =
      /^(app\.title|language\.(en|id)|search\.placeholder|claim\.place\.option|unit\.(eur|eurPerTonne)|(grid\.)?boundary\.basic\w*|carrier\.biogas|(state|region|plans)\.target|target\.(race-to-zero|deadline-2020)|table\.gas|inventory\.by\.gas|grid\.from\.gas|accounts\.admin\.administrator|team\.log|desk\.field\.status|workspace\.demo\.short)$/;
    const same = Object.keys(english).filter((key) => indonesian[key] === english[key] && !shared.test(key));
    expect(same.filter((key) => wordsOf(english[key]!).some((word) => word.length > 2))).toEqual([]);
  });

  it('has no English words left over', () => {
    const leftover = /^(the|and|of|with|your|from|is|are|was|to|this|that|for|by|not|or|has|have|it)$/;
    const names = /Pathway to Paris|Global Protocol for Community-Scale|Race to Zero/g;
    const found = Object.entries(indonesian).filter(([, text]) =>
      wordsOf(text.replaceAll(names, '')).some((word) => leftover.test(word)),
    );
    expect(found).toEqual([]);
  });
});

describe('what the model finds', () => {
  const rooms = [
    ['grid.find', INVENTORY_FINDINGS],
    ['findings', PLAN_FINDINGS],
    ['inventories.note', FILE_FINDINGS],
  ] as const;
  const sentences = rooms.flatMap(([room, codes]) =>
    Object.entries<Readonly<Record<string, unknown>>>(codes).map(
      ([code, values]) => [`${room}.${code}`, values] as const,
    ),
  );

  it.each(catalogues)(
    'has a sentence for every code in %s, which asks for no value that the code does not carry',
    (_, catalogue) => {
      const wrong = sentences.flatMap(([key, values]) => {
        if (!(key in catalogue)) return [`${key}: no sentence`];
        const told = [catalogue[key]!, catalogue[`${key}.do`] ?? ''].flatMap(names);
        return told.filter((name) => !(name in values)).map((name) => `${key}: no value ${name}`);
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe('the words of the library', () => {
  const rooms = { power: ACTION_POWERS, coBenefit: CO_BENEFITS, hazard: EASED_HAZARDS };
  const wanted = Object.entries(rooms).flatMap(([room, entries]) => entries.map((entry) => `${room}.${entry}`));

  it.each(wanted)('has %s in every language', (key) => {
    for (const [, catalogue] of catalogues) expect(Object.keys(catalogue)).toContain(key);
  });
});
