/** How to start the sandbox; everything has a default. Times in ms (UTC). */
export interface SandboxOptions {
  /** The instant the data ends, ms since the epoch; default: the clock. */
  readonly now?: number;
  /** The same seed and `now` give the same data. */
  readonly seed?: number;
  /** Opt-outs at Mobivate; default 25,000. */
  readonly mobivateRows?: number;
  /** Opt-outs at TextUs, over all its accounts; default 3,000. */
  readonly textusRows?: number;
  /** Delay of every vendor answer, ms; can be changed per vendor while it runs. */
  readonly latencyMs?: number;
}
