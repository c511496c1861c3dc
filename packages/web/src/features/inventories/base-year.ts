/** Which inventory is the base year of a city, as the city keeps it. */
import { ApiError } from '../../shared/api.ts';
import { client, data, type Schemas } from '../../shared/client/client.ts';

export type BaseYear = Schemas['BaseYear'];

const NONE: BaseYear = { inventoryId: null, version: 0, chosenBy: null, chosenAt: null };

/** The base year; none before one is chosen, and for those who see no drafts of the city. @throws {ProblemError} */
export async function loadBaseYear(cityId: string): Promise<BaseYear> {
  try {
    return await data(client.GET('/cities/{cityId}/base-year', { params: { path: { cityId } } }));
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-allowed') return NONE;
    throw error;
  }
}

/** Choose it, upon the choice that was seen. @throws {ProblemError} `version-conflict` when somebody chose in between */
export const chooseBaseYear = (
  cityId: string,
  choice: { readonly inventoryId: string; readonly basedOn: number },
): Promise<BaseYear> => data(client.PUT('/cities/{cityId}/base-year', { params: { path: { cityId } }, body: choice }));
