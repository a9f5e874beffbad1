import * as v from 'valibot';

import { writable } from '../../lib/writable';
import { accountIn, saysError } from './envelope';

/** One opt-out as the vendor's collection lists it; only the fields used. Shapes seen: VENDORS "TextUs". */
export interface Member {
  /** IRI of the record, e.g. `/textus/opt_outs/+15553031234` or `/textus/opt_outs/735`; null when there is none. */
  readonly id: string | null;
  /** e.g. `5553031234` or `(940) 850-3220`; null when there is none. */
  readonly formattedPhoneNumber: string | null;
  /** ISO 8601 with milliseconds or microseconds, as given; null when there is none. */
  readonly createdAt: string | null;
  /** The vendor's word for how the opt-out was made; only `User` is documented. */
  readonly createdVia: string | null;
  /** Who made it; a bare IRI is kept as its id. */
  readonly user: { readonly id: string | null; readonly name: string | null; readonly email: string | null } | null;
  /** The account it was made in, which can be another one of the same company. */
  readonly originatingAccount: { readonly id: string | null; readonly name: string | null } | null;
  /** The member as the vendor sent it; see `writable`. */
  readonly raw: unknown;
}

/** One page of a collection. */
export interface CollectionPage {
  readonly members: readonly Member[];
  /** Members that are not objects or name no number at all, as text. */
  readonly unreadable: readonly string[];
  /** What the vendor says the whole collection holds; null when it does not say, undefined when not as a count. It may not be exact. */
  readonly totalItems: number | null | undefined;
  /**
   * The vendor's link to the next page, untrusted; null at the end. Undefined when the answer does not say in the documented
   * form whether there is one, or reports an error beside its list: its members stand, but it is no whole list.
   */
  readonly next: string | null | undefined;
  /** The account whose list it says it is, e.g. `my_account`; null when it does not say. */
  readonly account: string | null;
}

/** A text, or null for anything else: a field of another type is a field we cannot use. */
const text = v.fallback(v.nullable(v.string()), null);

/** A linked resource: an object, or only its IRI. */
const person = v.object({ id: v.optional(text, null), name: v.optional(text, null), email: v.optional(text, null) });
const account = v.object({ id: v.optional(text, null), name: v.optional(text, null) });

const memberSchema = v.object({
  id: v.optional(text, null),
  formattedPhoneNumber: v.optional(text, null),
  createdAt: v.optional(text, null),
  createdVia: v.optional(text, null),
  user: v.optional(v.unknown()),
  originatingAccount: v.optional(v.unknown()),
});

/**
 * The documented envelope. `view.next` has to be there, as a link or null: a body without it could be a first page whose
 * way on was renamed, and would pass for the whole list.
 */
const collectionSchema = v.looseObject({
  members: v.array(v.unknown()),
  totalItems: v.optional(v.unknown(), null),
  id: v.optional(v.unknown()),
});
/** A count, in figures or as their text. */
const countSchema = v.nullable(
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,15}$/u), v.transform(Number))]),
    v.safeInteger(),
    v.minValue(0),
  ),
);
const wayOnSchema = v.object({ view: v.object({ next: v.nullable(v.string()) }) });

const IRI_NUMBER = /(?:^|\/)(?:\+|%2B)(\d{3,20})$/i;

/** The digits of the number in a record's IRI (`/textus/opt_outs/+15553031234`), or null when it holds none (`…/735`). */
export function numberInId(id: string | null): string | null {
  return id === null ? null : (IRI_NUMBER.exec(id)?.[1] ?? null);
}

/** A row for "Details": its JSON, cut to 1,000 characters. */
export function rawText(row: unknown): string {
  const json = JSON.stringify(writable(row)) as string | undefined;
  return (json ?? String(row)).slice(0, 1000);
}

function toMember(raw: unknown): Member | null {
  const read = v.safeParse(memberSchema, raw);
  if (!read.success || Array.isArray(raw)) return null;
  const { user, originatingAccount, ...fields } = read.output;
  if (numberInId(fields.id) === null && (fields.formattedPhoneNumber ?? '').trim() === '') return null;
  const by = v.safeParse(person, user);
  const madeIn = v.safeParse(account, originatingAccount);
  return {
    ...fields,
    user: by.success ? by.output : typeof user === 'string' ? { id: user, name: null, email: null } : null,
    originatingAccount: madeIn.success
      ? madeIn.output
      : typeof originatingAccount === 'string'
        ? { id: originatingAccount, name: null }
        : null,
    raw: writable(raw),
  };
}

/**
 * Reads the body of `GET /:account/opt_outs` (apidocs.next.textus.com, "Opt Outs"). Extra and null fields are tolerated;
 * a member that names no number is reported in `unreadable`, never dropped. Throws when there is no
 * array `members`, or no member and no `view.next`, or an error beside it: such an answer is not understood, and is never an empty list.
 */
export function parseCollection(body: unknown): CollectionPage {
  const { members: rows, totalItems, id, ...all } = v.parse(collectionSchema, body);
  const members: Member[] = [];
  const unreadable: string[] = [];
  for (const row of rows) {
    const member = toMember(row);
    if (member === null) unreadable.push(rawText(row));
    else members.push(member);
  }
  // Without a single member there is nothing to keep, and the sentence about the form says more.
  const isError = saysError(all);
  if (rows.length === 0 && isError) throw new Error('error: expected nothing beside a list');
  if (rows.length === 0) v.parse(wayOnSchema, all);
  const wayOn = v.safeParse(wayOnSchema, all);
  const count = v.safeParse(countSchema, totalItems);
  return {
    members,
    unreadable,
    totalItems: count.success ? count.output : undefined,
    next: wayOn.success && !isError ? wayOn.output.view.next : undefined,
    account: accountIn(id),
  };
}
