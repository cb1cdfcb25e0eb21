/** What stops `provision`, in one sentence that says what is wrong and what to do. Never holds a secret. */
export class ProvisionError extends Error {
  override name = 'ProvisionError';
}
