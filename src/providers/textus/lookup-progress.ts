import type { WaitReason } from '../../lib/wait-reason';
import { countOf, formatCount } from '../../ui/counts';
import type { LookupProgress } from '../contract';

/** Counts a lookup's work and puts it into words; `report` gives what the page shows. */
export class ProgressCount {
  private readonly accounts: number;
  private total: number;
  private done = 0;
  private requests = 0;
  private rows = 0;
  private fraction = 0;

  constructor(accounts: number, numbers: number) {
    this.accounts = accounts;
    this.total = accounts * numbers;
  }

  asked(count: number): void {
    this.done += count;
  }

  more(count: number): void {
    this.total += count;
  }

  page(rows: number): void {
    this.requests += 1;
    this.rows += rows;
  }

  /** How far it is; the fraction never goes back, even when there turns out to be more to ask. */
  report(waitingUntil: number | null, waitReason: WaitReason | null): LookupProgress {
    this.fraction = Math.max(this.fraction, this.total === 0 ? 1 : Math.min(1, this.done / this.total));
    const each = this.accounts > 1 ? ` in ${countOf(this.accounts, 'account')}` : '';
    const what = `${formatCount(this.done)} of ${countOf(this.total, 'question')}${each}`;
    return {
      fraction: this.fraction,
      requests: this.requests,
      rows: this.rows,
      words: `TextUs has answered ${what}: ${countOf(this.rows, 'opt-out')} so far`,
      waitingUntil,
      waitReason,
    };
  }
}
