/** Spans of time in seconds. */
export const hour = 60 * 60;
export const day = 24 * hour;
