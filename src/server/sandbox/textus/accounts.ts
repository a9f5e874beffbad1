/** The accounts of the made-up company: a parent and two branches. Slug as in URLs, name as people see it. */
export const ACCOUNTS = [
  { slug: 'my_account', name: 'My Account' },
  { slug: 'north_branch', name: 'North Branch' },
  { slug: 'south_branch', name: 'South Branch' },
] as const;

export const ACCOUNT_SLUGS: readonly string[] = ACCOUNTS.map(({ slug }) => slug);

/** An account as it stands inside an opt-out. */
export interface WireAccount {
  readonly '@type': string;
  readonly '@context': string;
  readonly id: string;
  readonly name: string;
}

/** The account in the form of the wire; the first one for a slug that is not known. */
export function wireAccount(slug: string): WireAccount {
  const account = ACCOUNTS.find((candidate) => candidate.slug === slug) ?? ACCOUNTS[0];
  return {
    '@type': 'Account',
    '@context': '/contexts/Account.jsonld',
    id: `/accounts/${account.slug}`,
    name: account.name,
  };
}
