/**
 * Statements for PGlite in one message each. Its own `query` sends six, looks up the parameters' types in one of them, and
 * reads every long text twice in JavaScript before it is sent. The statements that come again are parsed once: half of what a
 * small one costs here is reading its SQL.
 */
import { parse, protocol, type PGlite, type Results } from '@electric-sql/pglite';
import type { Parameter, Settings } from '../database/connection.ts';
import { bytesText } from '../database/values.ts';
import type { Opening } from './messages.ts';

/** Statements remembered; the oldest goes. Those that came again keep a plan in the database, some 50 kB each. */
const REMEMBERED = 200;

/** What changes tables, and so what statements mean: all are parsed again. */
const DEFINES = /\b(ALTER|CREATE|DROP)\b/i;

/** Name of the statement that sets settings. */
const SETTING = 'settings';

type Message = Awaited<ReturnType<PGlite['execProtocolStream']>>[number];

/** A statement that came before; with a name once it has come twice. */
interface Known {
  readonly name?: string;
  /** What its rows are like, as the database said when the name was given. */
  readonly described?: Message;
}

export interface Statements {
  /** Run a statement; whatever the database refuses is thrown as PGlite throws it. */
  run(sql: string, parameters: readonly Parameter[]): Promise<Results<Record<string, unknown>>>;
  /** Open a transaction with the message of the next statement. */
  open(begin: Opening['begin']): void;
  /** Several statements at once, without parameters; what they give is not looked at. */
  script(sql: string): Promise<void>;
}

/** The statements of one database. One at a time. */
export function createStatements(db: PGlite): Statements {
  const { serialize } = protocol;
  const known = new Map<string, Known>();
  /** What goes before the next message. */
  let before: Uint8Array[] = [];
  let named = 0;
  /** The statement that sets settings: as it is known to be parsed, and as it was sent last. */
  let setting = '';
  let opening = '';
  const drop = (sql: string): void => {
    const { name } = known.get(sql) ?? {};
    known.delete(sql);
    if (name !== undefined) before.push(serialize.close({ type: 'S', name }));
  };
  const remember = (sql: string, now: Known): void => {
    known.delete(sql);
    known.set(sql, now);
    if (known.size > REMEMBERED) drop(known.keys().next().value!);
  };
  const send = async (parts: readonly Uint8Array[]): Promise<Message[]> => {
    const message = Buffer.concat([...before, ...parts]);
    before = [];
    const messages = await db.execProtocolStream(message);
    setting = opening;
    return messages;
  };
  /** Without a `Sync`: where it fails, what follows in the message is skipped. */
  const set = (settings: Settings): Uint8Array[] => {
    const pairs = Object.entries(settings);
    if (pairs.length === 0) return [];
    const calls = pairs.map((_, i) => `set_config($${2 * i + 1}, $${2 * i + 2}, true)`);
    opening = `SELECT ${calls.join(', ')}`;
    const again = opening === setting;
    const parsed = again
      ? []
      : [serialize.close({ type: 'S', name: SETTING }), serialize.parse({ name: SETTING, text: opening })];
    return [...parsed, bindOf(SETTING, pairs.flat()), serialize.execute()];
  };
  const first = async (sql: string, parameters: readonly Parameter[], name = ''): Promise<Message[]> =>
    send([
      serialize.parse({ name, text: sql }),
      bindOf(name, parameters),
      serialize.describe({ type: 'P' }),
      serialize.execute(),
      serialize.sync(),
    ]);
  const messagesOf = async (sql: string, parameters: readonly Parameter[]): Promise<Message[]> => {
    const met = known.get(sql);
    if (met?.name !== undefined) {
      const messages = await send([bindOf(met.name, parameters), serialize.execute(), serialize.sync()]);
      remember(sql, met);
      return [...(met.described ? [met.described] : []), ...ownOf(messages)];
    }
    const name = met && `s${++named}`;
    // Before it is sent: what is refused is dropped by its name.
    if (name !== undefined) remember(sql, { name });
    const messages = ownOf(await first(sql, parameters, name));
    const described = messages.find((message) => message.name === 'rowDescription');
    remember(sql, name === undefined ? {} : { name, ...(described && { described }) });
    return messages;
  };
  const run: Statements['run'] = async (sql, parameters) => {
    try {
      const messages = await messagesOf(sql, parameters);
      return parse.parseResults(messages, db.parsers)[0] as Results<Record<string, unknown>>;
    } catch (error) {
      drop(sql);
      throw error;
    }
  };
  return {
    run,
    open: (begin) => {
      if (begin) before.push(serialize.query(begin.how), ...set(begin.settings));
    },
    script: async (sql) => {
      if (DEFINES.test(sql)) [...known.keys()].forEach(drop);
      await send([serialize.query(sql)]);
    },
  };
}

/** The answer to the statement itself, without that to what went before it. */
function ownOf(messages: readonly Message[]): Message[] {
  const bound = messages.findLastIndex(({ name }) => name === 'bindComplete');
  return messages.slice(Math.max(0, bound));
}

/** `Bind`: every value as text, as a client of a server sends it; the database knows the types. */
function bindOf(name: string, parameters: readonly Parameter[]): Uint8Array {
  const values = parameters.map((value) => (value === null ? null : Buffer.from(textOf(value))));
  const head = Buffer.from(`\0${name}\0\0\0`);
  const size = 5 + head.length + 2 + values.reduce((sum, value) => sum + 4 + (value?.length ?? 0), 0) + 2;
  const message = Buffer.allocUnsafe(size);
  let at = message.write('B', 0, 'latin1');
  at = message.writeInt32BE(size - 1, at);
  at += head.copy(message, at);
  at = message.writeUInt16BE(values.length, at);
  for (const value of values) {
    at = message.writeInt32BE(value?.length ?? -1, at);
    if (value) at += value.copy(message, at);
  }
  // Results are asked for as text, all of them.
  message.writeUInt16BE(0, at);
  return message;
}

function textOf(value: Exclude<Parameter, null>): string {
  if (value instanceof Uint8Array) return bytesText(value);
  return typeof value === 'object' ? `{${value.map(quoted).join(',')}}` : String(value);
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
