/** Other spellings of gases, as inventories write them. */
const ALIASES: Readonly<Record<string, string>> = {
  'PFC-14': 'CF4',
  'PFC-116': 'C2F6',
  'PFC-218': 'C3F8',
  'PFC-318': 'c-C4F8',
  'PFC-31-10': 'C4F10',
  'PFC-41-12': 'C5F12',
  'PFC-51-14': 'C6F14',
  'HFC-4310mee': 'HFC-43-10mee',
  N20: 'N2O',
};

/** The spelling of the GWP table for a species written another way; unknown names pass through unchanged. */
export function canonicalSpecies(name: string): string {
  const trimmed = name.trim().replace(/^R-?(?=(23|32|41|125|134a?|143a?|152a?|161|227ea|236fa|245fa)$)/, 'HFC-');
  return ALIASES[trimmed] ?? trimmed.replace(/^HFC(?=\d)/, 'HFC-');
}
