import type { CheckRow } from '../../src/check/check-rows';
import { combineProviders, type ProviderVerdict } from '../../src/check/verdict';
import { REASONS } from '../../src/lib/reason';
import type { OptOut } from '../../src/providers/contract';
import type { DrawnLine } from './draw-input';
import type { Truth } from './truth';

/** What the truth allows one vendor to be told of. */
export interface VendorTruth {
  readonly label: string;
  /** On the list the whole time, and shown by the vendor whenever it was asked. */
  readonly lasting: Truth;
  /** On the list at some time. */
  readonly ever: Truth;
  /** The vendor has hidden these with a straight face, which nobody can see. */
  readonly hidden: Truth;
  /** "Not found" must not be said at all: the number known to be on the list is not. */
  readonly doubted: boolean;
  readonly mayLackCanary: boolean;
  /** Its records without a country are of another country than the one chosen. */
  readonly lookalikes: boolean;
  /** The country (ISO 3166) that numbers without one are read as of. */
  readonly country: string;
  /** Nothing stands in the way of the whole truth. */
  readonly untroubled: boolean;
}

/** The digits a record may be known by: as the product reads it, and as the vendor wrote it, without a country too. */
function recordDigits(record: OptOut): readonly string[] {
  return [record.msisdn, record.numberAsGiven.replaceAll(/\D/gu, '').replace(/^00/u, '')];
}

/** How a country writes its own numbers without its calling code: what is left out, and what stands there instead (ITU-T E.164, national plans). */
const NATIONAL: Readonly<Record<string, readonly [code: string, trunk: string]>> = { GB: ['44', '0'], AU: ['61', '0'] };

/**
 * Whether the vendor's own text of a record is this number: its digits, those without the country code of America, or those that people
 * of the country chosen write.
 */
function isOf(record: OptOut, drawn: string, country: string): boolean {
  const forms = [drawn, ...(drawn.startsWith('1') ? [drawn.slice(1)] : [])];
  const [code, trunk] = NATIONAL[country] ?? ['', ''];
  if (code !== '' && drawn.startsWith(code)) forms.push(trunk + drawn.slice(code.length));
  return recordDigits(record).some((digits) => forms.includes(digits));
}

/**
 * What is wrong with one vendor's verdict on one row, in words; null when nothing is. `drawn`: the digits of the number that the row
 * was made of, by which it is judged, whatever the product made of it; null for junk, where only the product's own readings can be asked.
 */
export function wrongVerdict(
  row: CheckRow,
  drawn: string | null,
  verdict: ProviderVerdict,
  truth: VendorTruth,
  cancelled: boolean,
): string | null {
  const keys = drawn === null ? row.readings.flatMap((reading) => reading.keys) : [drawn];
  const understood = drawn !== null || row.readings.some(({ possible }) => possible);
  const listed = keys.some((key) => truth.lasting.has(key) && !truth.hidden.has(key));
  const where = `line ${row.line} "${row.input}" (${keys.join(' ')}) at ${truth.label}`;
  switch (verdict.kind) {
    case 'opted-out': {
      const digits = verdict.records.flatMap(recordDigits);
      if (!digits.some((each) => truth.ever.has(each))) return `${where}: opted out by a record that is on no list`;
      if (drawn !== null && !truth.ever.has(drawn)) return `${where}: opted out, but it never was on the list`;
      const own =
        drawn === null
          ? verdict.records.every((record) => record.keys.some((key) => keys.includes(key)))
          : verdict.records.every((record) => isOf(record, drawn, truth.country));
      return own ? null : `${where}: opted out by somebody else's record`;
    }
    case 'not-found':
      if (listed) return `${where}: "Not found", but it is on the list`;
      if (truth.doubted) return `${where}: "Not found" though the known number is missing`;
      return understood ? null : `${where}: "Not found" of a number that was not understood`;
    case 'could-not-check': {
      const { reason, message } = verdict.failure;
      if (!REASONS.includes(reason) || message.trim() === '') return `${where}: no reason given`;
      if (reason === 'not-a-phone-number') return understood ? `${where}: said to be no phone number` : null;
      if (reason === 'cancelled' && !cancelled) return `${where}: "cancelled", but nobody cancelled`;
      if (reason === 'known-number-missing') return truth.mayLackCanary ? null : `${where}: known number is there`;
      // A record without a country, read as of the country chosen, may be the number: neither found nor absent, and rightly so.
      if (truth.lookalikes && /may be this number/u.test(message)) return null;
      if (reason === 'not-configured') return `${where}: "not configured", but it is`;
      return truth.untroubled && understood
        ? `${where}: could not check (${reason}: ${message}) without trouble`
        : null;
    }
    case 'waiting':
    case 'not-configured':
      return `${where}: ${verdict.kind} after the end`;
  }
}

/** What is wrong with the rows of a check beside their vendors' verdicts: the overall word, and how numbers were read. */
export function wrongRows(rows: readonly CheckRow[], lines: readonly DrawnLine[]): readonly string[] {
  const overall = rows
    .filter((row) => row.reading !== null && combineProviders(row.verdicts).kind !== row.overall.kind)
    .map((row) => `line ${row.line}: the overall word is ${row.overall.kind}`);
  const unread = lines.flatMap(({ text, digits }, index) => {
    const own = rows.filter((row) => row.line === index + 1);
    const isRead = own.some((row) => row.readings.some(({ msisdn }) => msisdn === digits));
    return digits === null || isRead ? [] : [`line ${index + 1} "${text}" was not read as ${digits}`];
  });
  return [...overall, ...unread];
}
