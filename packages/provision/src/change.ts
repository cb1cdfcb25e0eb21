/** One thing that has to be different in Logto, found but not yet done. */
export interface Change {
  /** What it is about: `Application "Angular sample"`. */
  subject: string;
  action: 'create' | 'update' | 'replace' | 'remove' | 'none';
  /** What differs, for a person: `redirect URIs`. */
  detail?: string;
}

const verbs: Record<Change['action'], { done: string; planned: string }> = {
  create: { done: 'created', planned: 'would be created' },
  update: { done: 'updated', planned: 'would be updated' },
  replace: { done: 'replaced', planned: 'would be replaced' },
  remove: { done: 'removed', planned: 'would be removed' },
  none: { done: 'unchanged', planned: 'stays as it is' },
};

/** A change as one line: `Connector Aliyun Direct Mail: updated (endpoint)`. */
export function describeChange({ subject, action, detail }: Change, dryRun = false): string {
  const verb = verbs[action][dryRun ? 'planned' : 'done'];
  return `${subject}: ${verb}${detail ? ` (${detail})` : ''}`;
}
