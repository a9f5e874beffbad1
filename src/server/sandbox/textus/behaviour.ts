import * as v from 'valibot';

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** What the vendor's documentation leaves open, each with readings that are possible. */
export const behaviourSchema = v.strictObject({
  pageSize: whole(1, 1000),
  /** A foreign number in `exact[]` written without `+`: found all the same, or taken for one of the account's country. */
  exactWithoutPlus: v.picklist(['any-country', 'account-country']),
  /** What `exact[]` compares: the numbers, or letter by letter the text that is shown of an American one. */
  exactCompares: v.picklist(['number', 'text']),
  /** A value in `exact[]` that is no phone number: passed over, or the whole request refused. */
  unreadableExact: v.picklist(['ignored', 'refused']),
  /** Which values of `exact[]` are looked at: a careless server takes the first or the last, or returns the whole list. */
  exactTaken: v.picklist(['all', 'first', 'last', 'none']),
  /** Whether `q` is kept to; else the whole list is returned. */
  search: v.picklist(['honoured', 'ignored']),
  /** Most `exact[]` values in one request; null for no limit but that of the request line. */
  exactLimit: v.nullable(whole(1, 100_000)),
  /** Requests allowed in each `rateLimitSeconds`; null for no limit and no headers. */
  rateLimitRequests: v.nullable(whole(1, 1_000_000)),
  rateLimitSeconds: whole(1, 86_400),
  /** What `X-RateLimit-Reset` counts. */
  rateLimitReset: v.picklist(['epoch-seconds', 'seconds-left']),
});

export type TextusBehaviour = Readonly<v.InferOutput<typeof behaviourSchema>>;

/** One possible reading of the documentation, used until told otherwise; the rate limit is the documented one. */
export const DEFAULT_BEHAVIOUR: TextusBehaviour = {
  pageSize: 25,
  exactWithoutPlus: 'any-country',
  exactCompares: 'number',
  unreadableExact: 'ignored',
  exactTaken: 'all',
  search: 'honoured',
  exactLimit: null,
  rateLimitRequests: 1000,
  rateLimitSeconds: 300,
  rateLimitReset: 'epoch-seconds',
};
