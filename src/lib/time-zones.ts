/**
 * Zones that IANA renamed; browsers built on ICU still list them under the old name, where nobody looks for them.
 * Source: the `backward` file of tzdata.
 */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/**
 * Whether the text is a zone name that this browser knows, e.g. 'Australia/Sydney' or 'UTC'. A bare offset such as '+05:30',
 * which newer browsers take for a zone, is not: it has no summer time and would be wrong half of the year.
 */
export function isTimeZone(text: string): boolean {
  const before = judged.get(text);
  if (before !== undefined) return before;
  const is = /^[A-Za-z]/u.test(text) && isKnown(text);
  judged.set(text, is);
  return is;
}

/** The same few are asked about by every drawing of the page, and each time costs the browser a formatter. */
const judged = new Map<string, boolean>();

function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

let known: readonly string[] | null = null;

/** All zones to choose from under their present names, sorted, UTC among them. */
export function timeZones(): readonly string[] {
  known ??= [...new Set([...Intl.supportedValuesOf('timeZone').map(presentName), 'UTC'])].toSorted();
  return known;
}

/** The zone this browser or process runs in; 'UTC' when it does not say or says no name. */
export function browserTimeZone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return typeof zone === 'string' && isTimeZone(zone) ? presentName(zone) : 'UTC';
}

function presentName(zone: string): string {
  const renamed = RENAMED[zone];
  return renamed !== undefined && isTimeZone(renamed) ? renamed : zone;
}
