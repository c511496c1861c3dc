/** How a network tells its cities apart. */

/** Id of a city: its own (GeoNames), else its UN/LOCODE, else country and name. Two bodies with one id are one city. */
export function networkId(city: {
  readonly id?: string;
  readonly locode?: string;
  readonly country: string;
  readonly name: string;
}): string {
  return city.id ?? city.locode ?? `${city.country}:${city.name}`;
}
