import type { Fault } from './schema';

/** A misbehaviour and how far it has come. */
export interface ScheduledFault {
  readonly fault: Fault;
  /** Requests it has spoiled so far. */
  readonly applied: () => number;
  /** Counts one request and tells whether this one is to be spoiled. */
  readonly strikes: (rawQuery: string) => boolean;
  /** `small-budget`: counts one request; how many are left before it, and seconds until the budget is whole again. */
  readonly spend: (now: number) => { readonly left: number; readonly secondsToReset: number };
}

/** Starts a misbehaviour: lets `after` matching requests through, spoils `times` of them, then is over. */
export function scheduleFault(fault: Fault): ScheduledFault {
  let seen = 0;
  let applied = 0;
  let spent = 0;
  let windowEnds = 0;
  return {
    fault,
    applied: () => applied,
    strikes: (rawQuery) => {
      if (fault.match !== null && !rawQuery.includes(fault.match)) return false;
      seen += 1;
      if (seen <= fault.after || (fault.times !== null && applied >= fault.times)) return false;
      applied += 1;
      return true;
    },
    spend: (now) => {
      if (now >= windowEnds) {
        spent = 0;
        windowEnds = now + fault.seconds * 1000;
      }
      const left = Math.max(0, fault.requests - spent);
      spent += 1;
      return { left, secondsToReset: Math.max(0, Math.ceil((windowEnds - now) / 1000)) };
    },
  };
}
