import type { Context } from '../../context.ts';

/** User names that differ in case only, with the users who bear them, those of the oldest user first. */
export function usernameConflicts({ store }: Pick<Context, 'store'>) {
  const idsByName = new Map<string, string[]>();
  for (const { id, username } of store.users.list()) {
    if (username === null) {
      continue;
    }
    const name = username.toLowerCase();
    idsByName.set(name, [...(idsByName.get(name) ?? []), id]);
  }
  return [...idsByName]
    .filter(([, ids]) => ids.length > 1)
    .map(([usernameLower, userIds]) => ({ usernameLower, userIds }));
}
