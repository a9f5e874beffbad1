import * as v from 'valibot';

import { RequestError } from './errors';

/** The body of an error that our own proxy makes (RFC 9457); only the sentence is used. */
const problemSchema = v.object({ detail: v.string() });

export interface BadAnswer {
  readonly vendor: string;
  readonly status: number;
  /** The kind of an error that our own proxy made (`OWN_PROBLEM_HEADER`); null for those of the vendor, that it passed on. */
  readonly ownProblem: string | null;
  /** The body as JSON; undefined when it is none. */
  readonly body: unknown;
  /** The vendor's own words for "Details", read from the body; null when there are none. */
  readonly vendorMessage: string | null;
  readonly retryAfterMs: number | null;
}

/**
 * What an answer with a status other than 2xx means. The headline is always ours: vendors' texts explain other things under
 * the same code (one vendor's general page calls 403 "Opted Out", a sending code), so they go under "Details" only.
 */
export function errorOfAnswer(answer: BadAnswer): RequestError {
  const { vendor, status, retryAfterMs, ownProblem } = answer;
  if (ownProblem !== null) return errorOfProblem(answer, ownProblem);
  const more = { status, retryAfterMs, vendorMessage: answer.vendorMessage };
  if (status === 401) return new RequestError('refused', `${vendor} refused the key (401).`, more);
  if (status === 402) return new RequestError('refused', `${vendor} refused: payment is required (402).`, more);
  if (status === 403)
    return new RequestError('refused', `${vendor} refused: the key may not read this list (403).`, more);
  if (status === 429) return new RequestError('slowed-down', `${vendor} asked us to slow down (429).`, more);
  if (status >= 500)
    return new RequestError('vendor-error', `${vendor} reported an error of its own (${status}).`, more);
  if (status >= 400)
    return new RequestError('not-understood', `${vendor} did not accept the question (${status}).`, more);
  return new RequestError('not-understood', `${vendor} answered with a redirect, which is not followed.`, more);
}

function errorOfProblem({ vendor, status, body }: BadAnswer, kind: string): RequestError {
  const problem = v.safeParse(problemSchema, body);
  const more = { status, vendorMessage: problem.success ? problem.output.detail.slice(0, 500) : null };
  switch (kind) {
    case 'not-configured':
      return new RequestError('not-configured', `${vendor} has no key here.`, more);
    case 'vendor-unreachable':
      return new RequestError('no-answer', `${vendor} could not be reached.`, more);
    case 'vendor-timeout':
      return new RequestError('no-answer', `${vendor} did not answer in time.`, more);
    case 'vendor-redirect':
      return new RequestError('not-understood', `${vendor} answered with a redirect, which is not followed.`, more);
    default:
      return new RequestError(
        'not-understood',
        `This page’s own server did not pass the question on (${status}).`,
        more,
      );
  }
}
