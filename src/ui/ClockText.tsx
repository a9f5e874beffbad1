import { createElement, Fragment } from 'react';

/** Caught, so that splitting by it keeps the offsets, at the odd places. */
const OFFSET = /(UTC[+-]\d{2}:\d{2})/u;

/** Words with times in them: an offset such as `UTC-04:00` is not broken at its hyphen, and is copied as it is written. */
export function ClockText({ text }: { readonly text: string }) {
  const parts = text.split(OFFSET);
  // As children of their own, not a list: the parts of one text never change places, and need no keys.
  return createElement(Fragment, null, ...parts.map(unbroken));
}

function unbroken(part: string, place: number) {
  return place % 2 === 0 ? part : <span className="unbroken">{part}</span>;
}
