import type { Provider } from '../providers/contract';
import type { CheckRow } from './check-rows';

/** True where one vendor has the opt-out and another, searched whole, does not: the opt-out has not reached everybody. */
export function hasGap({ verdicts }: Pick<CheckRow, 'verdicts'>): boolean {
  const kinds = verdicts.map((verdict) => verdict.kind);
  return kinds.includes('opted-out') && kinds.includes('not-found');
}

/** "One has this opt-out, Other does not.", with the names of the vendors; empty where there is no gap. */
export function gapText(row: Pick<CheckRow, 'verdicts'>, providers: readonly Pick<Provider, 'label'>[]): string {
  if (!hasGap(row)) return '';
  const labels = (kind: 'opted-out' | 'not-found') =>
    providers.filter((_, position) => row.verdicts[position]?.kind === kind).map(({ label }) => label);
  const [having, lacking] = [labels('opted-out'), labels('not-found')];
  return `${having.join(' and ')} ${having.length === 1 ? 'has' : 'have'} this opt-out, ${lacking.join(' and ')} ${lacking.length === 1 ? 'does' : 'do'} not.`;
}
