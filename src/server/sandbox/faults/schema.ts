import * as v from 'valibot';

import { FAULT_KINDS } from './kinds';

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** A misbehaviour as asked for over HTTP. */
export const faultSchema = v.strictObject({
  kind: v.picklist(FAULT_KINDS),
  /** Requests that are let through first. */
  after: v.optional(whole(0, 1_000_000), 0),
  /** Requests that are then spoiled, before all is well again; null for every one. */
  times: v.optional(v.nullable(whole(1, 1_000_000)), null),
  /** Only requests whose query string, as received, contains this text; others neither count nor suffer. */
  match: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(500))), null),
  /** `slow`: delay of each answer. */
  milliseconds: v.optional(whole(0, 600_000), 3000),
  /** `429-retry-…`: how long to wait; `small-budget`: after how long the budget is whole again. */
  seconds: v.optional(whole(0, 3600), 2),
  /** `small-budget`: requests allowed in that time. */
  requests: v.optional(whole(0, 1_000_000), 5),
  /** `huge-body`: size of the body. */
  megabytes: v.optional(whole(1, 1000), 80),
  /** `missing-rows`: the number to leave out, any format; null for the vendor's documented sample. */
  number: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(60))), null),
});

export type Fault = Readonly<v.InferOutput<typeof faultSchema>>;
