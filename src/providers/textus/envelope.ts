/** False for all that stands for "none" in a place for errors. */
function isSomething(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** A status or code from 400 on, in figures or as their text, or a word that says the same. */
function isBadStatus(value: unknown): boolean {
  if (typeof value === 'number') return value >= 400;
  return typeof value === 'string' && /^(?:[4-9]\d{2,}|err\w*|fail\w*)$/iu.test(value.trim());
}

function isNo(value: unknown): boolean {
  return value === false || value === 0 || (typeof value === 'string' && /^(?:false|no|0)$/iu.test(value.trim()));
}

/** A type is stated, and none of it is a collection: `hydra:Error`. */
function isOtherType(value: unknown): boolean {
  const types: readonly unknown[] = Array.isArray(value) ? value : [value];
  return isSomething(value) && !types.some((type) => typeof type === 'string' && /collection$/iu.test(type));
}

/**
 * Members of a body in which programs report that something went wrong, and what they hold then. TextUs documents none of them. Names
 * count without their prefix (`hydra:statusCode`).
 */
const SIGNS: readonly (readonly [name: RegExp, isBad: (value: unknown) => boolean])[] = [
  [/^(?:\w+:)?(?:errors?|exception)$/u, isSomething],
  [/^(?:\w+:)?(?:success|ok)$/u, isNo],
  [/^(?:\w+:)?(?:status|statusCode|code)$/u, isBadStatus],
  [/^@type$/u, isOtherType],
];

/**
 * Whether the body of an answer reports an error, whatever its HTTP status: many programs answer 200 with as much of a list as they
 * could make, or with none, and say so beside it.
 */
export function saysError(body: object): boolean {
  const members = Object.entries(body) as [string, unknown][];
  return members.some(([member, value]) => SIGNS.some(([name, isBad]) => name.test(member) && isBad(value)));
}

const OF_ACCOUNT = /^\/([^/?#]+)\/opt_outs(?:[?#]|$)/u;

/** The account whose opt-outs a collection's `id` names (`/my_account/opt_outs`); null when it has not that form. */
export function accountIn(id: unknown): string | null {
  return typeof id === 'string' ? (OF_ACCOUNT.exec(id)?.[1] ?? null) : null;
}
