/** Numbers on a vendor's list, as plain international digits. Read without any of the product's own readers. */
export type Truth = ReadonlySet<string>;

export interface Truths {
  readonly mobivate: Truth;
  readonly textus: Truth;
}

async function json(url: string): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** The digits that a Mobivate row stands for: what was stored, without a plus or the double zero of a dialled number. */
export function digitsOf(stored: string): string {
  return stored.replaceAll(/\D/gu, '').replace(/^00/u, '');
}

/** Works under every behaviour but a crowded second: one day at a time would do as well, half a year is quicker. */
async function mobivateTruth(origin: string): Promise<Truth> {
  const numbers = new Set<string>();
  const read = async (from: number, to: number): Promise<void> => {
    const date = (instant: number) => `${new Date(instant).toISOString().slice(0, 19)}%2B0000`;
    const query = `startDate=${date(from)}&endDate=${date(to + 1000)}&pageSize=1000`;
    const rows = (await json(`${origin}/api/mobivate/addressbook/optout?${query}`)) as { mobile: string }[];
    for (const { mobile } of rows) numbers.add(digitsOf(mobile));
    const middle = Math.floor((from + to) / 2000) * 1000;
    if (rows.length >= 1000 && middle > from) await Promise.all([read(from, middle), read(middle - 1000, to)]);
  };
  await read(Date.UTC(2009, 11, 31), Math.floor(Date.now() / 1000) * 1000 + 86_400_000);
  return numbers;
}

interface Page {
  readonly members: readonly { readonly id: string; readonly formattedPhoneNumber: string }[];
  readonly view: { readonly next: string | null };
}

/** The digits that a TextUs record stands for: of its id when it holds a number, else as written, in America. */
function numberOf({ id, formattedPhoneNumber }: Page['members'][number]): string {
  const inId = /\+(\d+)$/u.exec(id)?.[1];
  if (inId !== undefined) return inId;
  const digits = formattedPhoneNumber.replaceAll(/\D/gu, '');
  return digits.length === 10 && !formattedPhoneNumber.startsWith('+') ? `1${digits}` : digits;
}

async function textusTruth(origin: string, accounts: readonly string[]): Promise<Truth> {
  const numbers = new Set<string>();
  for (const account of accounts) {
    for (let next: string | null = `/${account}/opt_outs`; next !== null;) {
      const { members, view } = (await json(`${origin}/api/textus${next}`)) as Page;
      for (const member of members) numbers.add(numberOf(member));
      next = view.next;
    }
  }
  return numbers;
}

/** What the vendors' lists hold now; no misbehaviour may be set. */
export async function readTruth(origin: string, accounts: readonly string[]): Promise<Truths> {
  const [mobivate, textus] = await Promise.all([mobivateTruth(origin), textusTruth(origin, accounts)]);
  return { mobivate, textus };
}

/** Numbers that stand in one truth and not in the other, with the vendor's name before each. */
export function unlike(one: Truths, other: Truths): readonly string[] {
  return (['mobivate', 'textus'] as const).flatMap((id) =>
    [...new Set([...one[id], ...other[id]])]
      .filter((digits) => one[id].has(digits) !== other[id].has(digits))
      .map((digits) => `${id} ${digits}`),
  );
}
