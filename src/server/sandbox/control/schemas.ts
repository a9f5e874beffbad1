import * as v from 'valibot';

import { faultSchema } from '../faults/schema';

/** Body of `PUT /api/sandbox/{vendor}`; what is absent stays as it is. */
export const changeSchema = v.strictObject({
  fault: v.optional(v.nullable(faultSchema)),
  /** Delay of every answer, ms. */
  latencyMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600_000))),
  /** Some of what the documentation leaves open; which, is for the vendor to say. */
  behaviour: v.optional(v.record(v.string(), v.unknown())),
});

/** Body of `POST /api/sandbox/{vendor}/opt-outs`. */
export const optOutSchema = v.strictObject({
  /** Any format; its digits are taken as international. */
  number: v.pipe(
    v.string(),
    v.maxLength(60),
    v.transform((text) => text.replaceAll(/\D/gu, '')),
    v.regex(/^\d{3,20}$/, 'Must hold 3 to 20 digits'),
  ),
  note: v.optional(v.nullable(v.string()), null),
  account: v.optional(v.nullable(v.string()), null),
  /** Instant, ms UTC; absent for now. */
  at: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))),
});
