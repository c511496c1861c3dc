/** Which inventory is the base year, kept on this device by city. */

const keyOf = (cityId: string): string => `thousand-cities.base-year.${cityId}`;

/** The id of the inventory chosen before; undefined where none was, or the device keeps nothing. */
export function chosenBase(cityId: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(cityId)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keep the choice; a device that keeps nothing forgets it with the page. */
export function keepBase(cityId: string, documentId: string): void {
  try {
    localStorage.setItem(keyOf(cityId), documentId);
  } catch {
    // Storage is full or forbidden: the choice holds until the page is left.
  }
}
