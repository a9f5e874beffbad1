import * as v from 'valibot';

import { OWN_PROBLEM_HEADER } from '../lib/own-problem';
import { createBreather } from '../lib/yield';
import { oldAge } from './age';
import { BodyNotText, BodyTooLong, parseJson, readText } from './body';
import { RequestError } from './errors';
import { glimpse } from './glimpse';
import { hasNameTwice } from './json-names';
import { OwnServerUnreachable, reach } from './own-server';
import { errorOfAnswer } from './refusal';
import type { Question } from './question';
import { readRetryAfter } from './retry-after';
import { NotOwnServer, OwnServerRestarted, RESTARTED, serverRun } from './server-run';

/** Longer than the proxy's own 30 s, so that its answer, which knows more, comes first. */
const TIMEOUT = 40_000;
const MAX_BYTES = 32 * 1024 * 1024;
/**
 * Statuses of a whole answer, the second for one that a gateway passed on (RFC 9110 §15.3). Others promise one for later (202) or are
 * a part (206), several answers (207, 208) or what has changed since (226).
 */
const WHOLE: ReadonlySet<number> = new Set([200, 203]);
/** After so many ms of work on a body the page has its turn; a body of a thousand rows takes a slow computer ten times as long. */
const BREATH_MS = 4;

/**
 * Sends the question once and reads the answer to its end. Throws a `RequestError` for everything that is not a whole answer
 * of the documented form; the timeout covers the body too.
 */
export async function attempt<T>(question: Question<T>, now: () => number): Promise<T> {
  const { vendor, signal, timeoutMs = TIMEOUT } = question;
  let begun = false;
  const deadline = new AbortController();
  const cancel = (): void => deadline.abort();
  const timer = setTimeout(cancel, timeoutMs);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    signal.throwIfAborted();
    const onHeaders = (headers: Headers): void => {
      begun = true;
      question.onHeaders?.(headers);
    };
    return await readAnswer({ ...question, onHeaders }, deadline.signal, now);
  } catch (error) {
    if (signal.aborted) throw new RequestError('cancelled', 'Cancelled.', { cause: error });
    if (error instanceof RequestError) throw error;
    if (error instanceof BodyTooLong || error instanceof BodyNotText) {
      const what = error instanceof BodyTooLong ? 'more data than it ever should' : 'something that is not text';
      const more = { vendorMessage: error.message, cause: error };
      throw new RequestError('not-understood', `${vendor} answered with ${what}.`, more);
    }
    if (error instanceof OwnServerRestarted) {
      throw new RequestError('incomplete', RESTARTED, { vendorMessage: error.message, cause: error });
    }
    if (error instanceof NotOwnServer) {
      const message = `What answered for ${vendor} is not the program behind this page, so it was not used.`;
      throw new RequestError('not-understood', message, { vendorMessage: error.message, cause: error });
    }
    if (error instanceof OwnServerUnreachable) {
      throw new RequestError('no-answer', `${error.message} ${vendor} was not asked.`, { cause: error });
    }
    throw new RequestError('no-answer', missing(vendor, { late: deadline.signal.aborted, begun }), { cause: error });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

function missing(vendor: string, { late, begun }: { readonly late: boolean; readonly begun: boolean }): string {
  if (late) return `${vendor} did not answer in time.`;
  return begun ? `The answer of ${vendor} broke off before its end.` : `No answer came from ${vendor}.`;
}

async function readAnswer<T>(question: Question<T>, signal: AbortSignal, now: () => number): Promise<T> {
  const { url, vendor, maxBytes = MAX_BYTES, run = serverRun() } = question;
  const how = { signal, credentials: 'same-origin', redirect: 'manual', cache: 'no-store' } as const;
  const response = await reach(url, how, run);
  question.onHeaders?.(response.headers);
  const text = await readText(response, maxBytes);
  const breathe = createBreather(BREATH_MS);
  const json = parseJson(text);
  await breathe();
  const { status } = response;
  const contentType = response.headers.get('content-type') ?? '';
  if (!response.ok) {
    const said = json === undefined ? glimpse(text, contentType) : messageIn(question, json.value);
    throw errorOfAnswer({
      vendor,
      status,
      ownProblem: response.headers.get(OWN_PROBLEM_HEADER),
      body: json?.value,
      vendorMessage: said,
      retryAfterMs: readRetryAfter(response.headers, now()),
    });
  }
  if (json === undefined || !WHOLE.has(status) || hasNameTwice(text, json.value)) {
    throw new RequestError('not-understood', `${vendor} answered with ${kindOf(text, status)}.`, {
      status,
      vendorMessage: glimpse(text, contentType),
    });
  }
  const age = oldAge(response.headers);
  if (age !== null) {
    const message = `${vendor}’s answer is an old one, kept by something on the way.`;
    throw new RequestError('not-understood', message, { status, vendorMessage: `Age: ${age} seconds` });
  }
  await breathe();
  const answer = await parsed(question, json.value, response);
  await breathe();
  // A restart noticed while this body was on its way: it may be the last thing that the run before could say.
  if (run.over) throw new OwnServerRestarted('Restarted while the answer was on its way.');
  return answer;
}

/** The vendor's own words in a body; null when there are none. */
function messageIn({ readMessage }: Pick<Question<unknown>, 'readMessage'>, body: unknown): string | null {
  return readMessage?.(body)?.slice(0, 500) ?? null;
}

function kindOf(text: string, status: number): string {
  if (text.trim() === '') return 'nothing';
  if (/^\s*</u.test(text)) return 'a web page instead of data';
  if (status === 206) return 'only part of its data';
  if (!WHOLE.has(status)) return `the status ${status}, which is not that of a whole answer`;
  return parseJson(text) === undefined ? 'broken data' : 'data that gives one thing two values';
}

async function parsed<T>(question: Question<T>, body: unknown, { headers, status }: Response): Promise<T> {
  const { vendor } = question;
  try {
    return await question.parse(body, headers);
  } catch (error) {
    if (error instanceof RequestError) throw error;
    const message = `${vendor}’s answer does not have the documented form.`;
    const vendorMessage = [unexpected(error), messageIn(question, body)].filter((part) => part !== null).join('; ');
    throw new RequestError('not-understood', message, { status, vendorMessage, cause: error });
  }
}

/** What was unexpected: a field and what it should have been, never its value, which may be somebody's number. */
function unexpected(error: unknown): string | null {
  if (v.isValiError(error)) {
    return error.issues
      .slice(0, 5)
      .map((issue) => `${v.getDotPath(issue) ?? 'body'}: expected ${issue.expected ?? issue.type}`)
      .join('; ');
  }
  return error instanceof Error ? error.message.slice(0, 500) : null;
}
