/** What can be set about a misbehaviour besides when it happens; see `schema.ts` for units and limits. */
export type FaultOption = 'milliseconds' | 'seconds' | 'requests' | 'megabytes' | 'number';

interface FaultKindWords {
  /** For the list in the sandbox's banner. */
  readonly label: string;
  readonly options?: readonly FaultOption[];
}

/** Answers put in the place of the honest one. */
export const REPLACING = {
  '401': { label: 'Refuses the key (401)' },
  '402': { label: 'Says the account is out of credit (402)' },
  '403': { label: 'Says the key may not read the list (403)' },
  '404': { label: 'Does not know the address (404)' },
  '429': { label: 'Asks to slow down, without saying for how long (429)' },
  '429-retry-after': { label: 'Asks to slow down for some seconds (429)', options: ['seconds'] },
  '429-retry-date': { label: 'Asks to slow down until a date (429)', options: ['seconds'] },
  '500': { label: 'Reports an error of its own (500)' },
  '502-html': { label: 'Its gateway answers with an HTML page (502)' },
  '503': { label: 'Is down for maintenance (503)' },
  html: { label: 'Answers with an HTML page as if all were well (200)' },
  'wrong-shape': { label: 'Answers with an error object as if all were well (200)' },
  'null-body': { label: 'Answers with nothing but the word null (200)' },
  'empty-body': { label: 'Answers with an empty body (200)' },
  '204': { label: 'Answers that there is no content (204)' },
  redirect: { label: 'Sends the reader to another host (302)', options: [] },
} as const satisfies Record<string, FaultKindWords>;

/** Ways to send the honest answer badly, late or not at all. */
export const SENDING = {
  truncated: { label: 'Cuts its JSON in half' },
  gzip: { label: 'Compresses its answer (gzip), asked or not' },
  reset: { label: 'Drops the connection before answering' },
  'reset-mid-body': { label: 'Drops the connection in the middle of the answer' },
  'no-answer': { label: 'Never answers' },
  slow: { label: 'Answers slowly', options: ['milliseconds'] },
  'huge-body': { label: 'Answers with a body of many megabytes', options: ['megabytes'] },
  'never-ending-body': { label: 'Begins an answer that never ends' },
  kept: { label: 'Answers with a copy an hour old' },
} as const satisfies Record<string, FaultKindWords>;

/** Honest answers with a body bent out of shape; which of them a vendor knows is for the vendor to say. */
export const SHAPES = {
  'wrong-shape-records': { label: 'Wraps its rows as {records, total}' },
  'wrong-shape-results': { label: 'Wraps its rows as {results, matches}' },
  'unreadable-row': { label: 'Sends a row that cannot be read' },
  'hostile-text': { label: 'Sends markup, formulas, broken text and a note of a megabyte' },
  'duplicates-across-pages': { label: 'Repeats rows that it has sent before' },
  'looping-next': { label: 'Links its pages in a circle' },
  'foreign-next': { label: 'Links the next page at another host' },
  'other-account-next': { label: 'Links the next page in another account' },
  'endless-next': { label: 'Links ever new next pages' },
  'empty-trailing-page': { label: 'Ends with an empty page' },
  'total-absent': { label: 'Does not say how many there are' },
  'total-wrong': { label: 'Says a wrong total' },
} as const satisfies Record<string, FaultKindWords>;

/** A world that is not as it should be, honestly reported. */
export const WORLDS = {
  changing: { label: 'Gains and loses rows between requests' },
  'missing-rows': { label: 'Leaves out a number that is on the list', options: ['number'] },
  'small-budget': { label: 'Allows only a few requests at a time (429)', options: ['requests', 'seconds'] },
} as const satisfies Record<string, FaultKindWords>;

export type ReplaceFaultKind = keyof typeof REPLACING;
export type SendFaultKind = keyof typeof SENDING;
export type ShapeFaultKind = keyof typeof SHAPES;
export type WorldFaultKind = keyof typeof WORLDS;
export type FaultKind = ReplaceFaultKind | SendFaultKind | ShapeFaultKind | WorldFaultKind;

/** Every misbehaviour the sandbox knows, with its words and what can be set about it. */
export const FAULTS: Readonly<Record<FaultKind, FaultKindWords>> = { ...REPLACING, ...SENDING, ...SHAPES, ...WORLDS };

/** True for a misbehaviour of the table given: narrows the kind to that table's. */
export function isKindOf<Table extends object>(table: Table, kind: PropertyKey): kind is keyof Table {
  return Object.hasOwn(table, kind);
}

/** All kinds, in the order of the tables. */
export const FAULT_KINDS = Object.keys(FAULTS).filter((kind) => isKindOf(FAULTS, kind));
