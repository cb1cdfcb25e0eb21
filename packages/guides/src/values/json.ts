import type { Repository } from '../repository.ts';
import { connectorOf } from './connector.ts';

/** What is wrong with a JSON text that a reader copies: it is none, or the connector refuses it. */
export async function jsonProblems(repository: Repository, text: string): Promise<string[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [`this is no JSON: ${(error as Error).message}`];
  }
  if (typeof value !== 'object' || value === null || !('accessKeyId' in value)) {
    return [];
  }
  const { configGuard } = await connectorOf(repository);
  const { error } = configGuard.safeParse(value);
  return (error?.issues ?? []).map(
    ({ path, message }) => `the connector refuses ${path.join('.')}: ${message}`,
  );
}
