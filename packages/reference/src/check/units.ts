/** The units that reference tables may use: a unit outside this list is a slip of the pen. */
export const KNOWN_UNITS: ReadonlySet<string> = new Set(['t CO2e/t', 't/t', 'TJ/Gg', 'kg/TJ', 'Gt CO2']);
