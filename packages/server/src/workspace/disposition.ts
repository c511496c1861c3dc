/** The header that makes a browser keep a file instead of showing it, with its name in any script (RFC 6266, RFC 8187). */

/** `attachment` always: what people upload is never shown as a page of this site. */
export function dispositionOf(name: string): string {
  const safe = safeFileName(name);
  const ascii = safe.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\%]/g, '_');
  if (ascii === safe) return `attachment; filename="${ascii}"`;
  const encoded = encodeURIComponent(safe).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Longest name kept, in characters: file systems stop at 255 bytes. */
const LONGEST = 120;

/**
 * A name that is only a name on every system: no folders, no control or direction-changing characters, no leading or trailing
 * dots, its ending kept when it is cut.
 */
export function safeFileName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  if (clean === '') return 'file';
  const characters = Array.from(clean);
  if (characters.length <= LONGEST) return clean;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(clean)?.[0] ?? '';
  return characters.slice(0, LONGEST - ending.length).join('') + ending;
}
