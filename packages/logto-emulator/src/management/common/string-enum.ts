import { z } from 'zod';

/** A guard for one of some strings, with the issues that Logto's enumerations give. */
export function stringEnum<const T extends string>(...values: T[]): z.ZodType<T> {
  return z.nativeEnum(
    Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K },
  ) as unknown as z.ZodType<T>;
}
