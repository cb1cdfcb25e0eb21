import { findApplications } from './application.ts';
import type { Change } from './change.ts';
import { kitConnectorId } from './connector.ts';
import { body, connectToLogto, type LogtoAccess } from './logto.ts';
import type { emailCodeExperience } from './sign-in-experience.ts';

/** Where `provision` keeps the sign-in experience it found, in the custom data of the first application it makes. */
export const beforeKey = 'signInExperienceBefore';

export interface RemoveOptions {
  logto: LogtoAccess;
  dryRun?: boolean;
  onChange?: (change: Change) => void;
}

/** Undoes what `provision` did: sign-in experience as it was, connector and applications gone. Users stay. */
export async function remove({
  logto,
  dryRun = false,
  onChange,
}: RemoveOptions): Promise<Change[]> {
  const api = connectToLogto(logto);
  const changes: Change[] = [];
  const note = (change: Change) => {
    changes.push(change);
    onChange?.(change);
  };

  const applications = [...(await findApplications(api)).values()];
  const before = applications
    .map(({ customData }) => customData?.[beforeKey] as typeof emailCodeExperience | undefined)
    .find(Boolean);
  if (before) {
    if (!dryRun) {
      await api.PATCH('/api/sign-in-exp', { body: before });
    }
    note({ subject: 'Sign-in experience', action: 'update', detail: 'as it was before' });
  }

  const connectors = body(await api.GET('/api/connectors'));
  const connector = connectors.find(({ connectorId }) => connectorId === kitConnectorId);
  if (connector) {
    if (!dryRun) {
      await api.DELETE('/api/connectors/{id}', { params: { path: { id: connector.id } } });
    }
    note({ subject: 'E-mail connector "Aliyun Direct Mail"', action: 'remove' });
  }

  for (const { id, name } of applications) {
    if (!dryRun) {
      await api.DELETE('/api/applications/{id}', { params: { path: { id } } });
    }
    note({ subject: `Application "${name}"`, action: 'remove' });
  }
  if (changes.length === 0) {
    note({ subject: 'Logto', action: 'none', detail: 'nothing to remove' });
  }
  return changes;
}
