/** What Direct Mail said, as far as it can be read. */
export type Answer =
  | { kind: 'sent'; EnvId: string; RequestId: string }
  | { kind: 'refused'; code: string; requestId?: string }
  | { kind: 'unreadable' };

function parseJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The service's own default format, in which a gateway before it may answer. */
function parseXml(text: string): Record<string, unknown> {
  return Object.fromEntries(
    [...text.matchAll(/<(Code|EnvId|RequestId)>([^<>]*)<\/\1>/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
}

function parse(text: string): Record<string, unknown> {
  return text.trimStart().startsWith('<') ? parseXml(text) : parseJson(text);
}

/** Reads the body of an answer: `EnvId` and `RequestId`, or `Code`, `Message` and mostly `RequestId`. */
export function readAnswer(status: number, text: string): Answer {
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
}
