import { isNonEmpty } from '../../lib/non-empty';
import { readNumber, recordKeys } from '../../lib/phone';
import type { OptOut } from '../contract';
import { fieldText, LABELS, type Field } from './fields';
import { parseInstant } from './instant';
import { numberInId, type Member } from './schema';
import { sourceOf } from './source';

/**
 * The digits a member answers under: the number in its `id` when it has one, else `formattedPhoneNumber` read as a number of
 * `country` (DESIGN "TextUs key"). Never its bare national digits: read as international they are somebody else's number.
 */
function numberOf(member: Member, country: string): { msisdn: string; keys: readonly string[] } | null {
  const digits = numberInId(member.id);
  if (digits !== null) return { msisdn: digits, keys: recordKeys(digits) };
  const read = readNumber(member.formattedPhoneNumber ?? '', country);
  if (read.kind === 'not-a-number') return null;
  // The national reading comes first. Its own keys hold the bare digits as well, which would match other countries' numbers.
  const { msisdn } = read.readings[0];
  return { msisdn, keys: recordKeys(msisdn) };
}

/**
 * The record of a member of `account`'s collection; null when its number cannot be read, which makes the set incomplete.
 * `defaultCountry` (ISO 3166) is the country of numbers written without one.
 */
export function toOptOut(member: Member, account: string, defaultCountry: string): OptOut | null {
  const number = numberOf(member, defaultCountry);
  if (number === null || !isNonEmpty(number.keys)) return null;
  const texts: Readonly<Record<Field, string | null>> = {
    asGiven: member.formattedPhoneNumber,
    createdAt: member.createdAt,
    user: member.user?.name ?? member.user?.id ?? null,
    email: member.user?.email ?? null,
    originatingAccount: member.originatingAccount?.name ?? member.originatingAccount?.id ?? null,
  };
  return {
    provider: 'textus',
    recordId: member.id ?? '',
    numberAsGiven: member.formattedPhoneNumber || `+${number.msisdn}`,
    msisdn: number.msisdn,
    keys: number.keys,
    optedOutAt: parseInstant(member.createdAt),
    source: sourceOf(member.createdVia),
    account,
    fields: Object.entries(LABELS).flatMap(([field, label]) => {
      const text = texts[field as Field];
      return text === null || text === '' ? [] : [[label, text] as const];
    }),
    raw: member.raw,
  };
}

/**
 * What makes two rows the same record: id, number, time and originating account together. The id alone is not enough,
 * because it can be the number itself, and accounts of one company may each have a record for it.
 */
export function identity(optOut: OptOut): string {
  const { recordId, numberAsGiven } = optOut;
  return JSON.stringify([
    recordId,
    numberAsGiven,
    fieldText(optOut, 'createdAt'),
    fieldText(optOut, 'originatingAccount'),
  ]);
}
