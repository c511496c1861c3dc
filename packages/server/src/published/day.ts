/** Which day it is in a country, for what a page says to be overdue. */

/** Time zones of a country by its ISO 3166-1 alpha-2 code, as ICU has them; none where it knows none. */
function zonesOf(iso2: string): readonly string[] {
  // A getter where the runtime follows the first wording of ECMA-402's Intl Locale Info, a method where it follows the later one.
  const locale = new Intl.Locale(`und-${iso2}`) as { timeZones?: string[]; getTimeZones?: () => string[] };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

const known = new Map<string, readonly Intl.DateTimeFormat[]>();

/** Sweden writes days as ISO 8601 does. */
function clocksOf(iso2: string): readonly Intl.DateTimeFormat[] {
  const clocks = known.get(iso2) ?? zonesOf(iso2).map((timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone }));
  known.set(iso2, clocks);
  return clocks;
}

/**
 * The day it is in a country, such as `2026-11-28`: where it has several time zones, in the one that is last to begin it, so that nothing is
 * called overdue before its day has ended everywhere there. By UTC where no zone is known.
 *
 * @param iso2 ISO 3166-1 alpha-2 code
 */
export function dayIn(iso2: string | undefined, now: Date): string {
  const days = iso2 === undefined ? [] : clocksOf(iso2).map((clock) => clock.format(now));
  return days.sort()[0] ?? now.toISOString().slice(0, 10);
}
