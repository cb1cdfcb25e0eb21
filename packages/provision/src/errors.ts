/** What stops `provision`, in one sentence that says what is wrong and what to do. Never holds a secret. */
export class ProvisionError extends Error {
  override name = 'ProvisionError';
}

const reasons: Record<string, string> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'its disk is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
};

/**
 * What the file system refused, as one sentence; `undefined` for any other error.
 * @param file for an error that does not name it: a full disk is found out when the file is already open
 */
export function describeFileError(error: unknown, file?: string): string | undefined {
  const { code = '', path = file } = error as NodeJS.ErrnoException;
  const reason = reasons[code];
  const subject = path ?? (code === 'ENOSPC' ? 'A file' : undefined);
  return reason && subject ? `${subject} cannot be written: ${reason}.` : undefined;
}
