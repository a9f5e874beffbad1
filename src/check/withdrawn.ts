import { RESTARTED } from '../http/server-run';
import type { PublicConfig } from '../lib/public-config';
import type { Failure } from '../lib/reason';
import { Check } from './run-check';

const FAILURE: Failure = { reason: 'incomplete', message: RESTARTED, detail: '' };

/**
 * The same questions after a restart of our server, with the settings it has now and none of the answers: they may be of other
 * lists. What could not be checked before keeps its reason, but for what ran: drawing the page anew
 * cancels that. Everything else could not be checked because of the restart. "Retry"
 * asks all of it. `now` is ms UTC.
 */
export function withdrawn(before: Check, config: PublicConfig, now: number): Check {
  const check = new Check(before.list, before.providers, config, now);
  for (const [position, board] of check.boards.entries()) {
    if (board.part.kind === 'not-configured') continue;
    const verdicts = before.boards[position]?.verdicts ?? [];
    for (const index of board.verdicts.keys()) {
      const verdict = verdicts[index];
      const keeps = verdict?.kind === 'could-not-check' && verdict.failure.reason !== 'cancelled';
      board.fail([index], keeps ? verdict.failure : FAILURE);
    }
  }
  return check;
}
