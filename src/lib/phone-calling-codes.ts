import { getCountries, getCountryCallingCode, Metadata } from 'libphonenumber-js/min';

/** A way to group the national part of a number. */
interface Form {
  /** How the national part must begin; null for any. */
  readonly leading: RegExp | null;
  readonly pattern: RegExp;
  readonly replacement: string;
}

/**
 * What the plan of one calling code says, compiled once. The library compiles it anew for every number; a whole history of a
 * million records is matched and written to a file through this.
 */
export interface CallingCodeRules {
  readonly callingCode: string;
  /** What parsing may take away or change at the start of the national part; null for nothing. */
  readonly trunk: RegExp | null;
  readonly forms: readonly Form[];
}

/** At runtime `Metadata` also takes calling codes and tells their trunk prefix and forms; the library's types leave that out. */
interface PlanMetadata {
  selectNumberingPlan(callingCode: string): unknown;
  readonly numberingPlan?: {
    nationalPrefixForParsing(): string | undefined;
    formats(): readonly {
      pattern(): string;
      internationalFormat(): string;
      leadingDigitsPatterns(): readonly string[];
    }[];
  };
}

let rulesByCode: ReadonlyMap<string, CallingCodeRules> | undefined;

/** The rules for the calling code that the digits begin with; null when no country has it. */
export function callingCodeRules(digits: string): CallingCodeRules | null {
  rulesByCode ??= readRules();
  for (let length = 1; length <= 3; length += 1) {
    const rules = rulesByCode.get(digits.slice(0, length));
    if (rules !== undefined) return rules;
  }
  return null;
}

function readRules(): ReadonlyMap<string, CallingCodeRules> {
  const metadata = new Metadata() as unknown as PlanMetadata;
  const rules = new Map<string, CallingCodeRules>();
  for (const callingCode of new Set(getCountries().map((country) => getCountryCallingCode(country)))) {
    metadata.selectNumberingPlan(callingCode);
    const plan = metadata.numberingPlan;
    if (plan === undefined) continue;
    const trunk = plan.nationalPrefixForParsing();
    const forms = plan.formats().map((form) => {
      // The last pattern is the most detailed.
      const leading = form.leadingDigitsPatterns().at(-1);
      return {
        leading: leading === undefined ? null : new RegExp(`^(?:${leading})`),
        pattern: new RegExp(`^(?:${form.pattern()})$`),
        replacement: form.internationalFormat(),
      };
    });
    rules.set(callingCode, { callingCode, trunk: trunk ? new RegExp(`^(?:${trunk})`) : null, forms });
  }
  return rules;
}
