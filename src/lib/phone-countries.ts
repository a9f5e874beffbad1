import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';

/** A country that can be the default one. */
export interface Country {
  /** ISO 3166 alpha-2, e.g. `US`. */
  readonly code: string;
  /** Digits without `+`, e.g. `1`. */
  readonly callingCode: string;
  /** English name, e.g. `United States`. */
  readonly name: string;
}

let known: readonly Country[] | undefined;

/** Every country the numbering plans know, by name. */
export function countries(): readonly Country[] {
  if (known === undefined) {
    const names = new Intl.DisplayNames('en', { type: 'region' });
    known = getCountries()
      .map((code) => ({ code, callingCode: getCountryCallingCode(code), name: names.of(code) ?? code }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  }
  return known;
}
