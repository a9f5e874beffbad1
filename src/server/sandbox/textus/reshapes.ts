import { HOSTILE_TEXTS, megabyteOfText } from '../data/hostile-text';
import { asRecords, asResults, withBrokenRow } from '../faults/rows';
import type { Vendor, VendorRequest } from '../vendor';
import { ACCOUNT_SLUGS } from './accounts';
import { pageLink, readCursor, type Cursor, type CursorOwner } from './cursor';
import { readFilter } from './filter';
import type { TextusRow, WireCollection } from './wire';

/** Whose page was asked for, and which. */
function asked({ path, search }: VendorRequest): { readonly owner: CursorOwner; readonly cursor: Cursor | null } {
  const owner = { account: path.split('/')[1] ?? '', filter: readFilter(search) };
  return { owner, cursor: readCursor(search.get('cursor') ?? '', owner) };
}

function withNext(body: WireCollection, next: string | null): WireCollection {
  return { ...body, view: { ...body.view, next } };
}

/** Bends a collection; the body of a good answer is always one. */
function bend(change: (body: WireCollection, request: VendorRequest) => unknown) {
  return (body: unknown, request: VendorRequest) => change(body as WireCollection, request);
}

const BROKEN = { '@type': 'OptOut', id: null, createdAt: 'not a date', formattedPhoneNumber: null, user: 7 };

function withHostileText(body: WireCollection): WireCollection {
  const texts = [megabyteOfText(), ...HOSTILE_TEXTS];
  const members = body.members.map((member, index) => {
    const text = texts[index % texts.length];
    const user = { '@type': 'User', id: '/users/hostile', name: text, email: text };
    return Object.assign({}, member, { user, createdVia: text });
  });
  return { ...body, members };
}

/** The misbehaviours that need to know TextUs's form. `rows` are the lists as they are now. */
export function createReshapes(rows: () => readonly TextusRow[]): Vendor['reshapes'] {
  return {
    'wrong-shape-records': asRecords,
    'wrong-shape-results': asResults,
    'unreadable-row': bend((body) => ({ ...body, members: withBrokenRow(body.members, BROKEN) })),
    'hostile-text': bend(withHostileText),
    // The row before the page comes once more; a list of one page has none.
    'duplicates-across-pages': bend((body, request) => {
      const position = asked(request).cursor?.position;
      const before =
        position?.kind === 'after' ? rows().find(({ sequence }) => sequence === position.sequence) : undefined;
      return before === undefined ? body : { ...body, members: [before.wire, ...body.members] };
    }),
    'looping-next': bend((body, request) =>
      withNext(body, request.search.has('cursor') ? body.view.first : (body.view.next ?? body.view.id)),
    ),
    'foreign-next': bend((body) => withNext(body, `https://evil.example${body.view.next ?? body.view.id}`)),
    'other-account-next': bend((body, request) => {
      const { owner } = asked(request);
      const other = ACCOUNT_SLUGS.find((slug) => slug !== owner.account) ?? 'elsewhere';
      return withNext(body, pageLink({ ...owner, account: other }, null));
    }),
    'endless-next': bend((body, request) => {
      const { owner, cursor } = asked(request);
      const again: Cursor = { position: { kind: 'start' }, lap: (cursor?.lap ?? 0) + 1 };
      return withNext(body, body.view.next ?? pageLink(owner, again));
    }),
    'empty-trailing-page': bend((body, request) => {
      const { owner, cursor } = asked(request);
      if (body.view.next !== null || cursor?.position.kind === 'end') return body;
      return withNext(body, pageLink(owner, { position: { kind: 'end' }, lap: 0 }));
    }),
    'total-absent': bend(({ totalItems: _absent, ...body }) => body),
    'total-wrong': bend((body) => ({ ...body, totalItems: (body.totalItems ?? 0) + 17 })),
  };
}
