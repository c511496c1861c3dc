/** States of the countries whose cities are often written with them (Portland, ME), from GeoNames first-order codes. */

/** GeoNames codes of states, where they are not the usual letters. */
const LETTERS: Readonly<Record<string, string>> = {
  CA: '01=AB 02=BC 03=MB 04=NB 05=NL 07=NS 08=ON 09=PE 10=QC 11=SK 12=YT 13=NT 14=NU',
  AU: '01=ACT 02=NSW 03=NT 04=QLD 05=SA 06=TAS 07=VIC 08=WA',
  BR: '01=AC 02=AL 03=AP 04=AM 05=BA 06=CE 07=DF 08=ES 11=MS 13=MA 14=MT 15=MG 16=PA 17=PB 18=PR 20=PI 21=RJ 22=RN 23=RS 24=RO 25=RR 26=SC 27=SP 28=SE 29=GO 30=PE 31=TO',
};

const byCountry = new Map(
  Object.entries(LETTERS).map(([iso2, text]) => [
    iso2,
    new Map(text.split(' ').map((pair) => pair.split('=') as [string, string])),
  ]),
);

/** Letters of a state, as in `tables/places/states.csv`; `undefined` for countries without. */
export function stateOf(iso2: string, adminCode: string): string | undefined {
  return iso2 === 'US' ? adminCode : byCountry.get(iso2)?.get(adminCode);
}
