/** What Direct Mail said, as far as it can be read. */
export type Answer =
  | { kind: 'sent'; EnvId: string; RequestId: string }
  | { kind: 'refused'; code: string; requestId?: string }
  | { kind: 'unreadable' };

const parse = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

/** Reads the body of an answer: `{EnvId, RequestId}`, or `{Code, Message, RequestId?, …}`. */
export const readAnswer = (status: number, text: string): Answer => {
  const { EnvId, Code, RequestId } = parse(text);
  if (typeof Code === 'string') {
    return {
      kind: 'refused',
      code: Code,
      ...(typeof RequestId === 'string' && { requestId: RequestId }),
    };
  }
  if (status === 200 && typeof EnvId === 'string' && typeof RequestId === 'string') {
    return { kind: 'sent', EnvId, RequestId };
  }
  return { kind: 'unreadable' };
};
