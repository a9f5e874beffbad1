/** Where a page lies among its rows. */
interface Place {
  /** The page shown, from 1. */
  readonly page: number;
  /** The last page there is, from 1; an empty list has one page. */
  readonly last: number;
  /** Rows before it. */
  readonly skipped: number;
  /** True when the page asked for lies beyond the end, so that the last one is shown instead. */
  readonly beyond: boolean;
}

/** Places the page asked for (from 1) among `total` rows, `size` on each page. */
export function placeOf(asked: number, size: number, total: number): Place {
  const last = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, asked), last);
  return { page, last, skipped: (page - 1) * size, beyond: asked > last };
}
