import { body, connectToLogto, type LogtoAccess } from '@dm-kit/provision';

/** Deletes every user, and with them their sessions. */
export async function deleteUsers(logto: LogtoAccess): Promise<void> {
  const api = connectToLogto(logto);
  const params = { query: { page: 1, page_size: 100 } };
  for (;;) {
    const users = body(await api.GET('/api/users', { params }));
    if (users.length === 0) {
      return;
    }
    for (const { id } of users) {
      await api.DELETE('/api/users/{userId}', { params: { path: { userId: id } } });
    }
  }
}
