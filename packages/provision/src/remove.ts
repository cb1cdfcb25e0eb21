import { findApplications } from './application.ts';
import type { Change } from './change.ts';
import { kitConnectorId } from './connector.ts';
import { body, connectToLogto, type LogtoAccess } from './logto.ts';
import { findOwnTemplates, templatesSubject } from './mail/ensure-templates.ts';
import { removeProtectedApi } from './protected-api.ts';
import type { SignInExperience } from './sign-in-experience.ts';

/** Where `provision` keeps the sign-in experience it found, in the custom data of the first application it makes. */
export const beforeKey = 'signInExperienceBefore';

export interface RemoveOptions {
  logto: LogtoAccess;
  dryRun?: boolean;
  onChange?: (change: Change) => void;
}

/** Undoes what `provision` did: sign-in experience as it was, all else that it made gone. Users stay. */
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
    .map(({ customData }) => customData?.[beforeKey] as SignInExperience | undefined)
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

  const templates = await findOwnTemplates(api);
  if (templates.length > 0) {
    for (const { id } of dryRun ? [] : templates) {
      await api.DELETE('/api/email-templates/{id}', { params: { path: { id } } });
    }
    note({ subject: templatesSubject, action: 'remove' });
  }
  for (const change of await removeProtectedApi(api, dryRun)) {
    note(change);
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
