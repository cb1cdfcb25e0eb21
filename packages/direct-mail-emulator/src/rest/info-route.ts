import type { Handler } from 'hono';
import manifest from '../../package.json' with { type: 'json' };
import { errorCodes } from '../api/error-codes.ts';

/** What a caller must know to use the emulator; the secrets of the keys stay inside. */
export interface EmulatorInfo {
  accessKeyIds: readonly string[];
  senders: readonly string[];
  maxMessages: number;
  requestsPerSecond: number;
}

/** Answers `GET /api/v1/info`. */
export function infoRoute(info: EmulatorInfo): Handler {
  return (context) =>
    context.json({ version: manifest.version, ...info, errorCodes: Object.keys(errorCodes) });
}
