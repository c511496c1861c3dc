/** The forms in which a city's name may be meant: `City of X`, `X Kommune`, `X (Y)`, `X, Country` and `Prefeitura de X` are all X. */
import { normaliseName } from './name.ts';

/** A form of a name, with what a comma set apart from it: a state or a country. */
export interface CityForm {
  /** Folded name, Saint written out. */
  readonly text: string;
  /** What follows the first comma, as written. */
  readonly within?: string;
}

/** What stands before a name, folded. Tried again and again: `The Local Government of the City of X`. */
const BEFORE = [
  'the',
  '(local |municipal |city |provincial |metropolitan |district )?(government|administration|authority|council|assembly|office|corporation) of( the)?',
  '(the )?(capital |metropolitan |special |free |independent |autonomous |national )*(city|town|township|village|municipality|district|county|borough|prefecture|province|region|commune|state|territory|metropolis|corporation|canton|department|governorate|city council|regional municipality|district municipality|royal borough|london borough|city and county|city and borough|capital territory|capital region|capital city|mayoralty|area)( of)( the)?',
  'municipality|municipal(ity)? council of',
  // French
  '(la )?(mairie|ville|commune|communaute urbaine|communaute d ?agglomeration|metropole|agglomeration|region|departement|district( autonome)?|prefecture|wilaya|province)( de la| de| du| des| d)',
  'ville|mairie',
  '(le |la )?grand(e)?',
  // Spanish
  '(ilustre |honorable |i |h )?(ayuntamiento|alcaldia( mayor| municipal| distrital| metropolitana)?|municipio|municipalidad( provincial| metropolitana| distrital)?|gobierno( municipal| provincial| autonomo| autonomo descentralizado| autonomo municipal| metropolitano)*|ciudad( autonoma)?|distrito( metropolitano| capital| nacional)?|gobernacion|intendencia( municipal)?|area metropolitana|region metropolitana|comuna|canton|concello|partido)( de la ciudad)?( del municipio)?( de la| de| del)',
  '(gad|gadm|gam)( municipal| metropolitano)?( del distrito metropolitano| del canton)?( de| del)?',
  'city|la ciudad de|ciudad|municipio|municipalidad|ayuntamiento|alcaldia|gran',
  // Portuguese
  '(prefeitura( municipal| da cidade| do municipio| da estancia turistica)?|camara( municipal)?|cidade|municipio)( de| do| da)',
  'prefeitura( municipal)?|camara municipal',
  // Catalan, Italian, Romanian
  '(ajuntament|ciutat)( de la| de| del| d)',
  '(comune|citta( metropolitana)?|provincia|municipio)( di| della| del)',
  'comune|municipiul|primaria( municipiului)?|orasul',
  // German, Dutch, Nordic, Slavic
  '(freie und hansestadt|freie hansestadt|hansestadt|landeshauptstadt|bundesstadt|universitatsstadt|wissenschaftsstadt|kreisfreie stadt|stadt|gemeinde|marktgemeinde|stadtgemeinde|gemeente|stad|region|landkreis|groß|gross)',
  '(miasto stoleczne|miasto|gmina|urzad miasta|m st|hlavni mesto|mesto|statutarni mesto|obcina|mestna obcina|grad|opcina|dimos|obshtina)',
  // Turkish, Indonesian, Malay, Filipino, Vietnamese
  '(pemerintah( kota| daerah)?|kota administrasi|kota|kotamadya|dki|daerah khusus ibukota)',
  '(majlis (bandaraya|perbandaran|daerah)|dewan bandaraya|bandaraya)',
  '(lungsod ng|thanh pho|tp|shi)',
  '(greater|metro|metropolitan|central|downtown|inner)',
];

/** What follows a name, folded. */
const AFTER = [
  '(historic |city |town |municipal |metropolitan |regional |local |district |county |borough |special |provincial |capital |national |village |unitary )*(city|town|township|village|municipality|municipal corporation|council|government|govt|corporation|assembly|authority|district|county|borough|prefecture|province|region|regional government|district municipality|metropolitan area|metro area|urban area|agglomeration|capital territory|capital region|territory|metropolis|metro|governorate|commune|department|administration|combined authority|islands?)',
  '(city |municipal |metropolitan )*people ?s government',
  'metropolitan|metropolitano|metropolitana|metropole|capital|capitale|centro|city hall',
  'sar|hksar|special administrative region|nct|ncr|nct of delhi|ncd|cbd|mc|gmc|kmc',
  '(kommune|kommun|kommunes|kommunen|stad|stadt|kaupunki|kunta|linn|vald|gemeente|hauptstadt|landeshauptstadt|savivaldybe|miesto savivaldybe|municipal|ciudad|belediyesi|buyuksehir belediyesi|buyuksehir|ili|mairie)',
  '(si|shi|to|fu|gun|ken|do)',
  '(d c|dc|d f|df|cdmx)',
];

const before = BEFORE.map((pattern) => new RegExp(`^(${pattern}) (?=.)`));
const after = AFTER.map((pattern) => new RegExp(` (${pattern})$`));

/** Folded name with the abbreviations of Saint written out. */
export function foldCityName(name: string): string {
  return normaliseName(name).replace(/(^| )(st|ste|sankt) (?=.)/g, '$1saint ');
}

/** The Nordic genitive: Københavns Kommune, Göteborgs Stad. */
const GENITIVE = /^(\S{3,})s (kommune|kommun|stad|kommunes)$/;
/** Shorter parts of a name with a dash are endings (Suwon-si), not names. */
const LEAST_PART = 4;

/** Every name that taking qualifiers away, one at a time from either end, leads to; nearest first. */
function stripped(text: string): readonly string[] {
  const found = [text];
  const nominative = text.replace(GENITIVE, '$1');
  if (nominative !== text) found.push(nominative);
  for (let i = 0; i < found.length && found.length < 24; i++) {
    for (const pattern of [...after, ...before]) {
      const rest = found[i]!.replace(pattern, '');
      if (rest !== '' && !found.includes(rest)) found.push(rest);
    }
  }
  return found;
}

/** What may be meant by text with brackets: the text without them, then what they hold. */
function brackets(name: string): readonly string[] {
  const held = [...name.matchAll(/[([]([^)\]]+)[)\]]/gu)].map((match) => match[1]!);
  const bare = name.replace(/[([][^)\]]*[)\]]?/gu, ' ').trim();
  return held.length === 0 ? [name] : [name, bare, ...held];
}

/**
 * Forms of a city's name from the strictest to the loosest: as written; without brackets; with what follows a comma taken for a
 * state or country; without qualifiers in a dozen languages; the parts of a name with a slash or a dash. Nothing is misspelt: a
 * form holds whole words of the name only.
 */
export function cityForms(name: string): readonly CityForm[] {
  const forms = new Map<string, CityForm>();
  const add = (text: string, within?: string): void => {
    if (text !== '') {
      const key = `${text}|${within ?? ''}`;
      if (!forms.has(key)) forms.set(key, { text, ...(within !== undefined && { within }) });
    }
  };
  const whole = brackets(name);
  for (const text of whole) add(foldCityName(text));
  const apart = whole.flatMap((text) => {
    const [first, ...rest] = text.split(',');
    const within = rest.join(',').trim();
    return [{ first: first!, within: within === '' ? undefined : within }];
  });
  for (const { first, within } of apart) add(foldCityName(first), within);
  for (const { first, within } of apart) for (const text of stripped(foldCityName(first))) add(text, within);
  for (const { first, within } of apart) {
    const parts = first.split(/\s*[/|;–—-]\s*|\s+(?:and|und|et|y|e|&)\s+/u);
    if (parts.length < 2) continue;
    for (const part of parts.map(foldCityName)) {
      if (part.length >= LEAST_PART) for (const text of stripped(part)) add(text, within);
    }
  }
  return [...forms.values()];
}

/**
 * A folded name made coarser, for transcriptions: without spaces, ae, oe, ue and aa as one letter, no article before it.
 * `muenchen` and `munchen`, `ha noi` and `hanoi`, `al qahirah` and `qahirah` become the same.
 */
export function coarseKey(text: string): string {
  return text
    .replace(/^(al|el|ad|as|ash|ar|az|the|la|le|los|las|lo) (?=.)/, '')
    .replaceAll(' ', '')
    .replace(/([aou])e(?=.)/g, '$1')
    .replaceAll('aa', 'a');
}
