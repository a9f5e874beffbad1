import type { ServerResponse } from 'node:http';

import { sendAnswer, withValue, type Answer } from '../answer';
import type { Vendor, VendorRequest } from '../vendor';
import { isKindOf, REPLACING, SENDING, SHAPES, type FaultKind, type WorldFaultKind } from './kinds';
import { REPLACEMENTS } from './replace';
import type { ScheduledFault } from './schedule';
import { SENDERS } from './send';

/** One request that is to be spoiled. */
export interface Spoiling {
  readonly vendor: Vendor;
  readonly asked: VendorRequest;
  readonly response: ServerResponse;
  readonly scheduled: ScheduledFault;
  /** Fires when the client has left. */
  readonly gone: AbortSignal;
  /** ms UTC. */
  readonly now: number;
}

const WORLD_ANSWERS: Readonly<Record<WorldFaultKind, (spoiling: Spoiling) => Answer>> = {
  changing: ({ vendor, asked }) => {
    const answer = vendor.answer(asked);
    vendor.stir();
    return answer;
  },
  'missing-rows': ({ vendor, asked, scheduled: { fault } }) =>
    vendor.answer({ ...asked, hidden: fault.number?.replaceAll(/\D/gu, '') ?? vendor.documentedNumbers[0] }),
  'small-budget': ({ vendor, asked, scheduled, now }) => {
    const { left, secondsToReset } = scheduled.spend(now);
    if (left > 0) return vendor.answer(asked);
    const refusal = vendor.refuse(429, 'Too many requests');
    return { ...refusal, headers: { ...refusal.headers, 'retry-after': String(secondsToReset) } };
  },
};

function spoiledAnswer(kind: Exclude<FaultKind, keyof typeof SENDING>, spoiling: Spoiling): Answer {
  const { vendor, asked, scheduled, now } = spoiling;
  if (isKindOf(REPLACING, kind)) return REPLACEMENTS[kind](vendor, scheduled.fault, now);
  if (!isKindOf(SHAPES, kind)) return WORLD_ANSWERS[kind](spoiling);
  const answer = vendor.answer(asked);
  const reshape = vendor.reshapes[kind];
  if (answer.status !== 200 || reshape === undefined) return answer;
  return withValue(answer, (value) => reshape(value, asked));
}

/** Answers one request as badly as it was told to. An honest refusal (a wrong token, say) is never bent into a good answer. */
export async function misbehave(spoiling: Spoiling): Promise<void> {
  const { vendor, asked, response, scheduled, gone } = spoiling;
  const { kind } = scheduled.fault;
  if (isKindOf(SENDING, kind)) await SENDERS[kind](response, vendor.answer(asked), scheduled.fault, gone);
  else sendAnswer(response, spoiledAnswer(kind, spoiling));
}
