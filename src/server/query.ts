import type { QueryRule } from '../providers/proxy-contract';

function nameOf(pair: string): string | null {
  try {
    return decodeURIComponent(pair.split('=', 1)[0] ?? '');
  } catch {
    return null;
  }
}

/**
 * Why a query string (from its `?` on, or empty) may not travel, in one sentence; null when it may. It is only looked at,
 * never rebuilt: what travels is the same bytes. The name is not repeated, since someone may have put a number there.
 */
export function queryRefusal(query: string, rule: QueryRule): string | null {
  if (!/^(\?[!"$-~]*)?$/.test(query)) return 'The query holds a character that does not belong into a URL.';
  for (const pair of query.slice(1).split('&')) {
    const name = nameOf(pair);
    const known = name !== null && (rule.names.includes(name) || rule.otherNames?.test(name) === true);
    if (pair !== '' && !known) {
      const list = rule.otherNames === null ? ` It may hold: ${rule.names.join(', ')}.` : '';
      return `The query holds a parameter that this vendor does not take.${list}`;
    }
  }
  return null;
}
