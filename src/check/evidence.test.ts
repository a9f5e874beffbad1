import { describe, expect, it } from 'vitest';

import { readNumberList } from '../lib/number-list';
import type { Reason } from '../lib/reason';
import type { Provider } from '../providers/contract';
import { checkCsvColumns, isPartial } from './csv';
import { evidenceText } from './evidence';
import { toQuestions } from './questions';
import { Check, runCheck } from './run-check';
import { pretendConfig, pretendList, pretendProvider, pretendRecord, pretendScope, truthfulLookup } from './testing';

const NOTE = 'STOP\nVerdict: Not found\u202e"';
const startedAt = Date.UTC(2026, 10, 22, 12, 4, 10);

async function checked(configured: readonly string[]): Promise<Check> {
  const one = pretendProvider('one', () =>
    Promise.resolve({
      answers: [
        [
          {
            kind: 'opted-out',
            records: [
              pretendRecord('one', '15553031234', { source: { actor: 'unknown', words: 'unknown source', raw: NOTE } }),
            ],
            scope: pretendScope('one'),
            coverage: 'whole',
          },
        ],
        [{ kind: 'not-found', scope: pretendScope('one') }],
      ],
      coverage: [{ kind: 'whole', scope: pretendScope('one') }],
      unasked: [],
    }),
  );
  const providers: readonly Provider[] = [one, pretendProvider('two', truthfulLookup('two', new Set()))];
  const list = toQuestions(pretendList(['15553031234', '15552221234']));
  const check = new Check(list, providers, pretendConfig(configured), startedAt);
  const signal = new AbortController().signal;
  await runCheck(check, { signal, onChange: () => undefined });
  return check;
}

describe('evidence', () => {
  it('stands alone: asked, read, verdict per vendor, instant in UTC and zone, source, id, scope, as of', async () => {
    const check = await checked(['one', 'two']);
    const options = { zone: 'America/Los_Angeles', startedAt, askedAt: startedAt, country: 'US', sandbox: true };
    const text = await evidenceText(check.rows(), check.providers, options);
    for (const part of [
      'SANDBOX DATA',
      'Numbers without a country code were read as numbers of United States (US).',
      'Number as asked: 15553031234 (line 1)',
      'Read as: +15553031234 (international)',
      'ONE: Opted out',
      'since: 30 Jul 2020, 15:18:52 UTC (30 Jul 2020, 08:18:52 PDT (UTC-07:00))',
      'how: unknown source (vendor’s note: "STOP Verdict: Not found"")',
      'record id: one-15553031234',
      'TWO: Not found',
      'searched whole: TWO, 1 Jan 1970, 00:00:00 UTC to 1 Jan 1970, 00:00:00 UTC, as of 1 Jan 1970, 00:00:00 UTC',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('calls a list whole only where it was read whole', async () => {
    const scope = { ...pretendScope('one'), account: 'a', interval: null };
    const records = [pretendRecord('one', '15553031234')] as const;
    const failure = { reason: 'slowed-down', message: '', detail: '' } as const;
    const one = pretendProvider('one', () =>
      Promise.resolve({
        answers: [
          [{ kind: 'opted-out', records, scope, coverage: 'partial' }],
          [{ kind: 'could-not-check', failure, scope }],
          [{ kind: 'not-found', scope }],
        ],
        coverage: [{ kind: 'whole', scope }],
        unasked: [],
      }),
    );
    const list = toQuestions(pretendList(['15553031234', '15552221234', '15554441234']));
    const check = new Check(list, [one], pretendConfig(['one']), startedAt);
    await runCheck(check, { signal: new AbortController().signal, onChange: () => undefined });
    const options = { zone: 'UTC', startedAt, askedAt: startedAt, country: 'US', sandbox: false };
    const text = await evidenceText(check.rows(), [one], options);
    expect(text.match(/(?<=^ {4})(?:searched|not fully).*(?=, as of)/gmu)).toEqual([
      'searched in part: ONE account a',
      'not fully searched (slowed down): ONE account a',
      'searched whole: ONE account a, whole list',
    ]);
  });

  it('says where a digit too few or too many may have made another country’s number', async () => {
    const lookup = truthfulLookup('one', new Set());
    const rows = await readNumberList('270555187\n20155510270\n5553031234', 'US', {
      signal: new AbortController().signal,
    });
    const check = new Check(toQuestions(rows), [pretendProvider('one', lookup)], pretendConfig(['one']), startedAt);
    await runCheck(check, { signal: new AbortController().signal, onChange: () => undefined });
    const options = { zone: 'UTC', startedAt, askedAt: startedAt, country: 'US', sandbox: false };
    const text = await evidenceText(check.rows(), check.providers, options);
    expect(text.split('\n').filter((line) => / digits: |^Verdict/.test(line))).toEqual([
      '9 digits: one too few for United States (US), so read as South Africa (ZA).',
      'Verdict: Not found',
      '11 digits: one too many for United States (US), so read as Egypt (EG).',
      'Verdict: Not found',
      'Verdict: Not found',
    ]);
  });

  it('says of text that is no phone number, or digits that were not understood, what is wrong with it', async () => {
    const { signal } = new AbortController();
    const rows = await readNumberList('1.5553E+10\n496 0123', 'GB', { signal });
    const lookup = truthfulLookup('one', new Set());
    const check = new Check(toQuestions(rows), [pretendProvider('one', lookup)], pretendConfig(['one']), startedAt);
    await runCheck(check, { signal, onChange: () => undefined });
    const options = { zone: 'UTC', startedAt, askedAt: startedAt, country: 'GB', sandbox: false };
    const [, first, second] = (await evidenceText(check.rows(), check.providers, options)).split('\n\n');
    expect(first).toMatch(/^Verdict: Could not check: not a phone number\n {2}A spreadsheet replaced/mu);
    expect(second).toMatch(/^ {2}ONE: Could not check: not a phone number\n {4}No phone number of the default/mu);
  });

  it('a vendor text cannot pose as a line of the evidence', async () => {
    const check = await checked(['one', 'two']);
    const text = await evidenceText(check.rows().slice(0, 1), check.providers, {
      zone: 'UTC',
      startedAt,
      askedAt: startedAt,
      country: 'US',
      sandbox: false,
    });
    expect(text.split('\n').filter((line) => line.startsWith('Verdict:'))).toEqual(['Verdict: Opted out']);
  });
});

describe('CSV of a check', () => {
  it('has the columns of the contract, vendor by vendor, and each row names what was searched', async () => {
    const check = await checked(['one']);
    const columns = checkCsvColumns(check.providers, startedAt);
    expect(columns.map(({ name }) => name).join(',')).toBe(
      'line,input,number,verdict,one,one_reason,one_note,one_id,two,two_reason,two_note,two_id,' +
        'one_searched_from_utc,one_searched_to_utc,two_searched_from_utc,two_searched_to_utc,as_of_utc',
    );
    const [, row] = check.rows();
    if (row === undefined) throw new Error('two rows');
    const cells = Object.fromEntries(columns.map(({ name, text }) => [name, text(row)]));
    expect(cells).toMatchObject({
      verdict: 'Not found',
      one: 'Not found',
      one_reason: '',
      two: 'Could not check',
      two_reason: 'not configured',
      one_searched_from_utc: '1970-01-01T00:00:00.000Z',
      one_searched_to_utc: '1970-01-01T00:00:00.500Z',
      two_searched_from_utc: '',
      as_of_utc: '1970-01-01T00:00:00.500Z',
    });
  });

  it('is partial while a row waits or could not be checked', async () => {
    const check = await checked(['one']);
    expect(isPartial(check.rows())).toBe(false);
    expect(isPartial((await checked([])).rows())).toBe(true);
    const waiting = new Check(check.list, check.providers, check.config, startedAt);
    expect(isPartial(waiting.rows())).toBe(true);
  });

  it('is partial where one vendor gives another reason than that it is no phone number', async () => {
    const [row] = (await checked(['one'])).rows();
    if (row === undefined) throw new Error('one row');
    const doubt = (reason: Reason) =>
      ({ kind: 'could-not-check', failure: { reason, message: '', detail: '' } }) as const;
    const odd = { ...row, overall: doubt('not-a-phone-number') };
    const at = (reason: Reason) => [{ ...odd, verdicts: [{ ...doubt(reason), answers: [] }] }];
    expect([isPartial(at('not-a-phone-number')), isPartial(at('incomplete'))]).toEqual([false, true]);
  });
});
