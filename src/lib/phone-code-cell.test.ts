import { describe, expect, test } from 'vitest';

import { readNumberList } from './number-list';

const { signal } = new AbortController();

/** What the last piece of a line is looked up as; `?` before what was not understood. */
async function lastOf(line: string, country: string): Promise<readonly string[]> {
  const row = (await readNumberList(line, country, { signal })).rows.at(-1);
  return row?.kind === 'number' ? row.readings.map(({ msisdn, possible }) => (possible ? '' : '?') + msisdn) : [];
}

describe('bare digits before a number may be its area code without the zero', () => {
  test.each([
    ['11;91234-5678', 'BR', '5511912345678'],
    ['(11),91234-5678', 'BR', '5511912345678'],
    ['55;11;912345678', 'BR', '5511912345678'],
    ['2,91234567', 'AU', '61291234567'],
    ['4\t12345678', 'AU', '61412345678'],
    ['171;2345678', 'DE', '491712345678'],
    ['49;171;2345678', 'DE', '491712345678'],
    ['30.0;1234567', 'DE', '49301234567'],
    ['20,79460958', 'GB', '442079460958'],
    ['161,4960000', 'GB', '441614960000'],
    ['22,23456789', 'IN', '912223456789'],
    ['21,1234567', 'NZ', '64211234567'],
    // With the country code before it, whatever the default country is.
    ['+44;161;4960000', 'DE', '441614960000'],
    ['44;20;79460958', 'US', '442079460958'],
    ['+49;0171;2345678', 'GB', '491712345678'],
    ['39;333;1234567', 'DE', '393331234567'],
  ])('%j in %s is looked up as %s too', async (line, country, msisdn) => {
    expect(await lastOf(line, country)).toContain(msisdn);
  });

  test.each([
    // What was not understood alone is looked up, and still not understood: 409 may be a count.
    ['409;5550004', 'US', ['?5550004', '?14095550004']],
    ['409;555-0004', 'US', ['?14095550004']],
    ['409\t555 0004', 'US', ['?14095550004']],
    ['12;555-0004', 'US', []],
    // A local part with its area code is understood, and the whole number comes first.
    ['161;496 0000', 'GB', ['441614960000', '?444960000']],
    ['+39;333;1234567', 'US', ['?1234567', '?393331234567']],
    // A whole number of the country needs none.
    ['12;1715550004', 'DE', ['491715550004']],
    ['12;3331234567', 'IT', ['393331234567']],
    ['7;612345678', 'ES', ['34612345678', '612345678']],
    ['1001,2125551234', 'US', ['12125551234']],
    ['75201,2125551234', 'US', ['12125551234']],
    ['12;+44 161 4960000', 'DE', ['441614960000']],
  ])('%j in %s: %j', async (line, country, expected) => {
    expect(await lastOf(line, country)).toEqual(expected);
  });
});
