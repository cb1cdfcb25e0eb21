import type { Organization } from '../store/types.ts';

/** What the template of a mail may say of an organization. */
export function mailContextOf({ id, name, branding }: Organization) {
  return { id, name, branding };
}
