/** Name of a region or network of the thousand in the reader's language: catalogue key `group.<id>`, else its English name. */
import type { Language } from '../i18n/context.tsx';
import { hasKey } from '../i18n/messages.ts';

export function groupName(
  { say, catalogue }: Pick<Language, 'say' | 'catalogue'>,
  id: string,
  english: string,
): string {
  const key = `group.${id}`;
  return hasKey(catalogue, key) ? say(key) : english;
}
