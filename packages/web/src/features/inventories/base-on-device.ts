/** The base year as this device had it, before the city kept it. Offered to the city once, then forgotten. */

const keyOf = (cityId: string): string => `thousand-cities.base-year.${cityId}`;

/** The id of the inventory chosen here; undefined where none was, or the device keeps nothing. */
export function baseOnDevice(cityId: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(cityId)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Forget it. */
export function forgetBaseOnDevice(cityId: string): void {
  try {
    localStorage.removeItem(keyOf(cityId));
  } catch {
    // The device keeps nothing, so there is nothing to forget.
  }
}
