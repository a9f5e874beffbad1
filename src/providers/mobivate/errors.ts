import * as v from 'valibot';

/** The documented error body: `{"code":401,"message":"Unauthorized"}`. */
const errorSchema = v.object({ message: v.pipe(v.string(), v.nonEmpty()) });

/** The vendor's own words of an error, for "Details" and never for a headline; null when the body has none. */
export function readMobivateMessage(body: unknown): string | null {
  const error = v.safeParse(errorSchema, body);
  return error.success ? error.output.message : null;
}
