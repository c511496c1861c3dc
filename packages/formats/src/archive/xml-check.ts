/** Text of a part of a workbook: UTF-8, without declarations of its own entities. */
import { unreadable, unsafe } from './directory.ts';

/**
 * Refuse XML that declares anything: entities that name each other become gigabytes, and external ones read files. Workbooks
 * never declare any.
 *
 * @throws {FormatError} `file-unsafe`, `file-unreadable` for another encoding
 */
export function checkXml(content: Uint8Array, name: string, file: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw unreadable(file, `"${name}" is not UTF-8.`);
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw unsafe(file, `"${name}" declares entities of its own.`);
  return text;
}
