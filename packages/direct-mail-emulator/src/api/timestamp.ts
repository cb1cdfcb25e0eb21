import { ApiError } from './api-error.ts';

/** How far a request's clock may be off, in milliseconds: 15 minutes. */
export const clockTolerance = 15 * 60_000;

const format = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** Refuses a timestamp that is not `YYYY-MM-DDThh:mm:ssZ` or more than 15 minutes off. */
export function checkTimestamp(timestamp: string, now: Date): void {
  const time = format.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new ApiError('InvalidTimeStamp.Format');
  }
  if (Math.abs(time - now.getTime()) > clockTolerance) {
    throw new ApiError('InvalidTimeStamp.Expired');
  }
}
