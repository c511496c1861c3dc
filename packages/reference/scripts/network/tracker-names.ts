/** Names of the Net Zero Tracker that mean a city of the gazetteer under another spelling, and names that do not mean what they seem to. */

/** As listed → as the gazetteer has it, in the same country. Each was looked up by hand. */
export const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['Hamiton, ON', 'Hamilton'],
  ["Be'er Sheva", 'Beersheba'],
  ['Bhubaneswar', 'Bhubaneshwar'],
  ['Daejon', 'Daejeon'],
  ['Erduosi (Ordoss)', 'Ordos'],
  ['Gomel', "Homyel'"],
  ['Huhehaote', 'Hohhot'],
  ['Karaganda', 'Karagandy'],
  ['Nurenberg', 'Nürnberg'],
  ['Shimkent', 'Shymkent'],
  ['Suweon', 'Suwon'],
  ['Taizhong', 'Taichung'],
  ['Zaporizhzhya', 'Zaporizhia'],
]);

/** Countries and regions of the list that are cities: type and name → name of the city. */
export const CITY_STATES: ReadonlyMap<string, string> = new Map([
  ['Country Singapore', 'Singapore'],
  ['Region Tokyo Metropolitan Government', 'Tokyo'],
  ['Region Delhi (union territory)', 'Delhi'],
]);

/**
 * Entries whose name leads to a city that is not meant: the smaller Fuzhou, Suzhou and Taizhou; Manchester, Paris, Manila and
 * others stay, since the list counts their agglomeration but names the city's own target.
 */
export const OTHER_PLACES: ReadonlySet<string> = new Set(['Fuzhou, Jiangxi', 'Suzhou, Anhui', 'Taizhou, Zhejiang']);
