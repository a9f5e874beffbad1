import type { Lookup } from '../contract';
import { runLookup } from './check-lookup-run';
import { sharedSession } from './session-shared';

/** Answers many numbers from the session's history of Mobivate; the rules are those of `runLookup`. */
export const lookup: Lookup = (question, context) => runLookup(question, context, sharedSession(), () => Date.now());
