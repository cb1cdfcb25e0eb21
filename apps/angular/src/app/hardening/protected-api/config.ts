import { UserScope } from '@logto/js';
import type { Settings } from '../../settings';

/** The scope that the API in `api/` asks for. */
export const readNotes = 'read:notes';

/** Asks Logto for access tokens for the API that `logto.json` names; without one, for none in particular. */
export function notesApi({ apiResource }: Settings) {
  return apiResource ? { resource: apiResource, scopes: [UserScope.Email, readNotes] } : {};
}
