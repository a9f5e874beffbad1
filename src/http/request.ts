import { attempt } from './attempt';
import { pause } from './clock';
import { RequestError } from './errors';
import type { Question } from './question';
import { nextWait } from './retry';
import { serverRun } from './server-run';

const DAY_MS = 86_400_000;

type Outcome<T> =
  | { readonly kind: 'answered'; readonly answer: T }
  /** `wait` ms before the next attempt; null when there is none. */
  | { readonly kind: 'failed'; readonly error: RequestError; readonly wait: number | null };

/**
 * One typed GET: waits for its turn at the gate, asks, asks again where the retry table says so, and returns the parsed body.
 * Rejects with a `RequestError`; an abort ends it at once as `cancelled`, whatever it was waiting for.
 */
export async function getJson<T>(asked: Question<T>): Promise<T> {
  // All attempts belong to the run in which the first was asked for.
  const question = { ...asked, run: asked.run ?? serverRun() };
  const { gate, signal } = question;
  let firstSentAt: number | null = null;
  for (let attempts = 1; ; attempts += 1) {
    try {
      const outcome = await gate.run(
        () => {
          firstSentAt ??= gate.clock.now();
          return turn(question, attempts, firstSentAt);
        },
        signal,
        attempts > 1,
      );
      if (outcome.kind === 'answered') return outcome.answer;
      const { error, wait } = outcome;
      if (wait === null) throw lastWord(error, question);
      // After a 429 the gate itself holds everybody back.
      if (error.reason !== 'slowed-down') await pause(wait, gate.clock, signal);
    } catch (error) {
      throw signal.aborted ? new RequestError('cancelled', 'Cancelled.', { cause: error }) : error;
    }
  }
}

/** One attempt with its slot at the gate. A 429 is told to the gate before the slot is free, so that nobody slips through. */
async function turn<T>(question: Question<T>, attempts: number, firstSentAt: number): Promise<Outcome<T>> {
  const { gate, random = Math.random } = question;
  const now = (): number => gate.clock.now();
  try {
    const answer = await attempt(question, now);
    gate.answered();
    return { kind: 'answered', answer };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const elapsed = now() - firstSentAt;
    const state = { error, attempts, elapsed, answering: gate.isAnswering(), longestWait: gate.longestWait };
    const wait = nextWait(state, random);
    if (error.reason === 'slowed-down' && wait !== null) gate.slowDown(wait);
    return { kind: 'failed', error, wait };
  }
}

/** The error as the person gets it: a wait that is longer than we are ready for is named. */
function lastWord(error: RequestError, { gate, vendor }: Pick<Question<unknown>, 'gate' | 'vendor'>): RequestError {
  const { reason, status, vendorMessage, retryAfterMs } = error;
  if (reason !== 'slowed-down' || retryAfterMs === null || retryAfterMs <= gate.longestWait) return error;
  const long = retryAfterMs > DAY_MS ? 'more than a day' : `${Math.ceil(retryAfterMs / 60_000)} minutes`;
  const message = `${vendor} asked us to wait ${long} (429); that is too long to go on now.`;
  return new RequestError(reason, message, { status, vendorMessage, retryAfterMs, cause: error });
}
