/** "United Kingdom (GB)": a country's English name with its ISO 3166 code; the code alone where it has no name. */
export function countryName(code: string): string {
  const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code);
  return name === undefined ? code : `${name} (${code})`;
}
