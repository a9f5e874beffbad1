import * as v from 'valibot';

const ORDERS = ['ascending', 'descending', 'shuffled'] as const;

/** What the vendor's documentation leaves open, each with the readings that are possible. */
export const behaviourSchema = v.strictObject({
  /** Order of the rows in an answer, by time. */
  order: v.picklist(ORDERS),
  /** Which rows are kept when more match than fit: the first ones in this order; `same` as that of the answer. */
  kept: v.picklist(['same', ...ORDERS]),
  startInclusive: v.boolean(),
  endInclusive: v.boolean(),
  /** What becomes of the parameter `page`. */
  page: v.picklist(['honoured', 'ignored', 'rejected']),
});

export type MobivateBehaviour = Readonly<v.InferOutput<typeof behaviourSchema>>;

/** One possible reading of the documentation, used until told otherwise. */
export const DEFAULT_BEHAVIOUR: MobivateBehaviour = {
  order: 'descending',
  kept: 'same',
  startInclusive: true,
  endInclusive: false,
  page: 'honoured',
};
