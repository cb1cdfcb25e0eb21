const reasons: Record<string, string> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'its disk is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
};

/** What the file system refused, as one sentence; `undefined` for any other error. */
export function describeFileError(error: unknown): string | undefined {
  const { code = '', path } = error as NodeJS.ErrnoException;
  const reason = reasons[code];
  return reason && path ? `${path} cannot be written: ${reason}.` : undefined;
}
