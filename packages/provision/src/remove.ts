import { findApplication } from './application.ts';
import type { Change } from './change.ts';
import { kitConnectorId } from './connector.ts';
import { body, connectToLogto, type LogtoAccess } from './logto.ts';
import type { emailCodeExperience } from './sign-in-experience.ts';

/** Where `provision` keeps the sign-in experience it found, in the custom data of the Angular application. */
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

  const angular = await findApplication(api, { sample: 'angular', type: 'SPA' });
  const nextjs = await findApplication(api, { sample: 'nextjs', type: 'Traditional' });
  const before = angular?.customData?.[beforeKey] as typeof emailCodeExperience | undefined;
  if (before) {
    if (!dryRun) {
      await api.PATCH('/api/sign-in-exp', { body: before });
    }
    note({ subject: 'Sign-in experience', action: 'update', detail: 'as it was before' });
  }

  const connectors = body(await api.GET('/api/connectors'));
  const connector = connectors.find(({ connectorId }) => connectorId === kitConnectorId);
  if (connector) {
    const params = { path: { id: connector.id } };
    if (!dryRun) {
      await api.DELETE('/api/connectors/{id}', { params });
    }
    note({ subject: 'E-mail connector "Aliyun Direct Mail"', action: 'remove' });
  }

  for (const [name, found] of [
    ['Angular sample', angular],
    ['Next.js sample', nextjs],
  ] as const) {
    if (!found) {
      continue;
    }
    const params = { path: { id: found.id } };
    if (!dryRun) {
      await api.DELETE('/api/applications/{id}', { params });
    }
    note({ subject: `Application "${name}"`, action: 'remove' });
  }
  if (changes.length === 0) {
    note({ subject: 'Logto', action: 'none', detail: 'nothing to remove' });
  }
  return changes;
}
