import type { IncomingMessage } from 'node:http';

import * as v from 'valibot';

import { Problem } from './problem';

const LARGEST_BODY = 10_000;

/** The body as text, at most 10 kB of it; rejects with a `Problem` (413) for more. */
async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Problem(413, 'The body is larger than 10 kB.', { connection: 'close' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** One sentence on what is wrong with an input and where. */
function sentenceOf(error: v.ValiError<v.GenericSchema>): string {
  const [issue] = error.issues;
  const place = v.getDotPath(issue);
  return place === null ? `${issue.message}.` : `"${place}": ${issue.message}.`;
}

/** Turns a failed validation into a `Problem` (400); anything else passes. */
export function explainInvalid<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof v.ValiError) throw new Problem(400, sentenceOf(error));
    if (error instanceof RangeError) throw new Problem(400, error.message);
    throw error;
  }
}

/** Reads and validates a JSON body; rejects with a `Problem` (400, 413) that says in one sentence what is wrong. */
export async function readJson<Schema extends v.GenericSchema>(
  request: IncomingMessage,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const text = await readText(request);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Problem(400, 'The body is not JSON.');
  }
  if (Array.isArray(body)) throw new Problem(400, 'The body is a list, not an object.');
  return explainInvalid(() => v.parse(schema, body));
}
