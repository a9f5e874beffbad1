import { append } from '../../lib/append';
import type { OptOut } from '../contract';
import { identity, toOptOut } from './opt-out';
import { rawText, type CollectionPage } from './schema';

/** The rows of one collection so far: merged, so that a row that comes twice counts once. */
export class Collected {
  readonly optOuts: OptOut[] = [];
  /** Rows that arrived and could not be read, as text. */
  readonly unreadable: string[] = [];
  /** The largest total any page stated; null when none did. A list that shrank while it was read may hide rows that moved. */
  totalItems: number | null = null;
  /** Every page stated a total, and none a smaller one than the page before: no row has gone while the pages were read. */
  isCounted = true;
  /** Some page stated a total that is no count. */
  isMiscounted = false;
  private lastTotal = 0;
  private readonly seen = new Set<string>();

  /** Distinct rows, readable or not. */
  get size(): number {
    return this.seen.size;
  }

  private isNew(key: string): boolean {
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  /** Takes in a page of `account`'s list; returns the opt-outs that no page before had. */
  add(page: CollectionPage, account: string, defaultCountry: string): readonly OptOut[] {
    const fresh: OptOut[] = [];
    const broken = [...page.unreadable];
    for (const member of page.members) {
      const optOut = toOptOut(member, account, defaultCountry);
      if (optOut === null) broken.push(rawText(member.raw));
      else if (this.isNew(identity(optOut))) fresh.push(optOut);
    }
    append(this.optOuts, fresh);
    append(
      this.unreadable,
      broken.filter((text) => this.isNew(text)),
    );
    this.count(page.totalItems);
    return fresh;
  }

  private count(total: CollectionPage['totalItems']): void {
    this.isMiscounted ||= total === undefined;
    if (total === null || total === undefined) {
      this.isCounted = false;
      return;
    }
    this.totalItems = Math.max(this.totalItems ?? 0, total);
    this.isCounted &&= total >= this.lastTotal;
    this.lastTotal = total;
  }

  /** A copy to go on from; the original stays as it is. */
  copy(): Collected {
    const copy = new Collected();
    append(copy.optOuts, this.optOuts);
    append(copy.unreadable, this.unreadable);
    copy.totalItems = this.totalItems;
    copy.isCounted = this.isCounted;
    copy.isMiscounted = this.isMiscounted;
    copy.lastTotal = this.lastTotal;
    for (const key of this.seen) copy.seen.add(key);
    return copy;
  }
}
