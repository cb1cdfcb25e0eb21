import { z } from 'zod';
import type { Json, JsonObject } from '../../store/types.ts';

/** Any JSON value. */
export const jsonGuard: z.ZodType<Json> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(jsonGuard),
    z.record(z.string(), jsonGuard),
  ]),
);

/** Any JSON object. */
export const jsonObjectGuard: z.ZodType<JsonObject> = z.record(z.string(), jsonGuard);

/** A guard for one of some strings, with the issues that Logto's enumerations give. */
export function stringEnum<const T extends string>(...values: T[]): z.ZodType<T> {
  return z.nativeEnum(
    Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K },
  ) as unknown as z.ZodType<T>;
}
