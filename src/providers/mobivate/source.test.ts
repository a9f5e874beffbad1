import { describe, expect, it } from 'vitest';

import { toOptOut } from './opt-out';
import { sourceOf } from './source';

describe('sourceOf', () => {
  it.each([
    ['MO', 'person', 'the person replied STOP'],
    [' mo ', 'person', 'the person replied STOP'],
    ['API', 'integration', 'added through the API'],
    ['Rule Based Action: 3x UNDELIVERABLE', 'vendor-rule', 'a rule at Mobivate added it'],
    ['Pasted Optout', 'staff', 'staff pasted it in'],
    ['File Upload', 'staff', 'staff uploaded it in a file'],
    ['Opted out via example.com/x', 'person', 'the person used an opt-out link'],
    ['MOved house', 'unknown', 'unknown source'],
    ['=HYPERLINK("x")', 'unknown', 'unknown source'],
    ['', 'unknown', 'unknown source'],
    [null, 'unknown', 'unknown source'],
  ])('reads %j', (note, actor, words) => {
    expect(sourceOf(note)).toEqual({ actor, words, raw: note });
  });
});

describe('toOptOut', () => {
  it('keeps the vendor’s digits as a key beside the parsed form', () => {
    const row = { id: '1354505990', mobile: '4400111222', note: 'MO', created: 1_672_704_203_000 };
    const optOut = toOptOut(row);
    expect(optOut).toMatchObject({ recordId: '1354505990', numberAsGiven: '4400111222', msisdn: '4400111222' });
    expect(optOut.keys).toContain('4400111222');
    expect(optOut.keys).toContain('440111222');
    expect(optOut.raw).toBe(row);
  });
});
