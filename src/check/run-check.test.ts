import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { soakable } from '../lib/__fixtures__/soakable';
import { REASONS, type Reason } from '../lib/reason';
import type { Lookup, ScopeAnswer } from '../providers/contract';
import { isPartial } from './csv';
import { evidenceText } from './evidence';
import { toQuestions } from './questions';
import { Check, runCheck } from './run-check';
import { pretendConfig, pretendList, pretendProvider, pretendRecord, pretendScope, truthfulLookup } from './testing';

const quiet = { signal: new AbortController().signal, onChange: () => undefined };

/** Fails a share of the numbers with one reason, tells the truth about the rest, and forgets to fail on the second asking. */
function faultyLookup(id: string, list: ReadonlySet<string>, failing: ReadonlySet<string>, reason: Reason): Lookup {
  let asked = 0;
  return async (question, context) => {
    const again = asked > 0;
    asked += 1;
    const truth = await truthfulLookup(id, list)(question, context);
    const answers = truth.answers.map((answer, index): readonly [ScopeAnswer] => {
      const [key] = question.numbers[index]?.keys ?? [''];
      const [first] = answer;
      if (first.kind === 'opted-out') context.onFound(index, first.records);
      if (again || first.kind === 'opted-out' || !failing.has(key)) return [first];
      const failure = { reason, message: 'It failed.', detail: '' };
      return [{ kind: 'could-not-check', failure, scope: pretendScope(id) }];
    });
    return { ...truth, answers };
  };
}

const number = fc.integer({ min: 0, max: 30 }).map((tail) => String(15_553_030_000 + tail));
const numbers = fc.array(number, { maxLength: 40 });

describe('runCheck', () => {
  it('never says "Not found" of a number on a list, nor of one it could not check; Retry asks only those', async () => {
    await fc.assert(
      fc.asyncProperty(
        numbers,
        fc.uniqueArray(number),
        fc.uniqueArray(number),
        fc.uniqueArray(number),
        fc.constantFrom(...REASONS),
        async (asked, onOne, onTwo, failing, reason) => {
          const one = new Set(onOne);
          const two = new Set(onTwo);
          const failed = new Set(failing);
          const askedAgain: string[] = [];
          const faulty = faultyLookup('one', one, failed, reason);
          const providers = [
            pretendProvider('one', (question, context) => {
              askedAgain.push(...question.numbers.map(({ keys }) => keys[0]));
              return faulty(question, context);
            }),
            pretendProvider('two', truthfulLookup('two', two)),
          ];
          const check = new Check(toQuestions(pretendList(asked)), providers, pretendConfig(['one', 'two']), 1);
          await runCheck(check, quiet);
          for (const row of check.rows()) {
            const listed = one.has(row.input) || two.has(row.input);
            const unknown = !one.has(row.input) && failed.has(row.input);
            expect(row.overall.kind).toBe(listed ? 'opted-out' : unknown ? 'could-not-check' : 'not-found');
          }
          askedAgain.length = 0;
          await runCheck(check, quiet);
          const open =
            reason === 'not-configured' ? [] : [...new Set(asked)].filter((n) => failed.has(n) && !one.has(n));
          expect(askedAgain.toSorted()).toEqual(open.toSorted());
          if (reason === 'not-configured') return;
          for (const row of check.rows()) {
            expect(row.overall.kind).toBe(one.has(row.input) || two.has(row.input) ? 'opted-out' : 'not-found');
          }
        },
      ),
      soakable(300),
    );
  });

  it('shows positives while the rest is still being read, and lets them stand when the reading breaks', async () => {
    const seen: string[] = [];
    const breaking: Lookup = async (_question, context) => {
      context.onFound(0, [pretendRecord('one', '15553031234')]);
      await Promise.resolve();
      throw new TypeError('a bug of ours');
    };
    const check = new Check(
      toQuestions(pretendList(['15553031234', '15552221234'])),
      [pretendProvider('one', breaking)],
      pretendConfig(['one']),
      1,
    );
    await runCheck(check, {
      signal: quiet.signal,
      onChange: () =>
        seen.push(
          check
            .rows()
            .map((row) => row.overall.kind)
            .join(' '),
        ),
    });
    expect(seen).toContain('opted-out waiting');
    expect(check.rows().map((row) => row.overall.kind)).toEqual(['opted-out', 'could-not-check']);
    expect(check.rows()[1]?.overall).toMatchObject({
      failure: { reason: 'incomplete', detail: 'TypeError: a bug of ours' },
    });
    expect(check.retryable).toBe(true);
  });

  it('gives a row whose verdicts are the same as the same object, so that only news is drawn', async () => {
    const [one, other] = ['15553031234', '15552221234'];
    const check = new Check(
      toQuestions(pretendList([one, other, one])),
      [pretendProvider('one', truthfulLookup('one', new Set([one])))],
      pretendConfig(['one']),
      1,
    );
    const before = check.rows();
    expect(check.rows().every((row, place) => row === before[place])).toBe(true);
    check.boards[0]?.found(1, [pretendRecord('one', other)]);
    expect(check.rows().map((row, place) => row === before[place])).toEqual([true, false, true]);
    await runCheck(check, { signal: quiet.signal, onChange: () => undefined });
    expect(check.rows().map((row) => [row.overall.kind, row.sameAsLine])).toEqual([
      ['opted-out', null],
      ['opted-out', null],
      ['opted-out', 1],
    ]);
  });

  it('knows in which turn vendors were heard, since each was asked last', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const late: Lookup = async (question, context) => {
      await gate;
      return truthfulLookup('late', new Set())(question, context);
    };
    const failing = new Set(['15553030000']);
    const providers = [
      pretendProvider('unasked', late),
      pretendProvider('late', late),
      pretendProvider('quick', faultyLookup('quick', new Set(), failing, 'no-answer')),
    ];
    const list = toQuestions(pretendList(['15553030000']));
    const check = new Check(list, providers, pretendConfig(['late', 'quick']), 1);
    expect(check.turns).toEqual([0, 1, 2]);
    const context = {
      ...quiet,
      onChange: () => {
        if (check.boards[2]?.part.kind === 'done') open();
      },
    };
    await runCheck(check, context);
    expect(check.turns).toEqual([0, 2, 1]);
    // Only the vendor that failed is asked again, and it is heard last.
    await runCheck(check, context);
    expect(check.turns).toEqual([0, 1, 2]);
  });

  it('does not let a later answer take back a record that was read', async () => {
    const takingBack: Lookup = (question, context) => {
      context.onFound(0, [pretendRecord('one', '15553031234')]);
      return truthfulLookup('one', new Set())(question, context);
    };
    const provider = pretendProvider('one', takingBack);
    const check = new Check(toQuestions(pretendList(['15553031234'])), [provider], pretendConfig(['one']), 1);
    await runCheck(check, quiet);
    expect(check.rows()[0]?.overall.kind).toBe('opted-out');
  });

  it('a lookup that answers too few numbers claims nothing', async () => {
    const short: Lookup = async (question, context) => {
      const answer = await truthfulLookup('one', new Set())(question, context);
      return { ...answer, answers: answer.answers.slice(1) };
    };
    const list = toQuestions(pretendList(['15553031234', '15552221234']));
    const check = new Check(list, [pretendProvider('one', short)], pretendConfig(['one']), 1);
    await runCheck(check, quiet);
    expect(check.rows().map((row) => row.overall.kind)).toEqual(['could-not-check', 'could-not-check']);
  });

  it('leaves a vendor without configuration out of the overall word and never asks it', async () => {
    const never: Lookup = () => Promise.reject(new Error('must not be asked'));
    const providers = [pretendProvider('one', truthfulLookup('one', new Set())), pretendProvider('two', never)];
    const check = new Check(toQuestions(pretendList(['15553031234'])), providers, pretendConfig(['one']), 1);
    await runCheck(check, quiet);
    const [row] = check.rows();
    expect(row?.overall.kind).toBe('not-found');
    expect(row?.verdicts.map((verdict) => verdict.kind)).toEqual(['not-found', 'not-configured']);
  });

  it('asks again in the country the list was read in', async () => {
    const countries: string[] = [];
    const failing: Lookup = (question) => {
      countries.push(question.defaultCountry);
      return Promise.reject(new Error('it failed'));
    };
    const list = toQuestions({ ...pretendList(['15553031234']), country: 'GB' });
    const check = new Check(list, [pretendProvider('one', failing)], pretendConfig(['one']), 1);
    await runCheck(check, quiet);
    await runCheck(check, quiet);
    expect(countries).toEqual(['GB', 'GB']);
  });

  it('marks answers that Retry did not ask for again', async () => {
    const numbers = ['15553031234', '15552221234'];
    const providers = [
      pretendProvider('one', faultyLookup('one', new Set(), new Set([numbers[1] ?? '']), 'no-answer')),
      pretendProvider('two', truthfulLookup('two', new Set(numbers))),
    ];
    const check = new Check(toQuestions(pretendList(numbers)), providers, pretendConfig(['one', 'two']), 1);
    await runCheck(check, quiet);
    expect(check.rows().map((row) => row.kept)).toEqual([
      [false, false],
      [false, false],
    ]);
    check.askAgain(2);
    await runCheck(check, quiet);
    const rows = check.rows();
    expect(rows.map((row) => row.kept)).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(rows.map((row) => row.verdicts[0]?.kind)).toEqual(['not-found', 'not-found']);
    const times = { zone: 'UTC', startedAt: 1, askedAt: check.askedAt, country: 'US', sandbox: false };
    const text = await evidenceText(rows, providers, times);
    expect(text.match(/Earlier reading: It was read before the last asking, 1 Jan 1970, 00:00:00 UTC/gu)).toHaveLength(
      3,
    );
    expect(text).toContain('What could not be checked was asked again 1 Jan 1970, 00:00:00 UTC.');
  });

  it.each(['no-answer', 'cancelled', 'incomplete', 'slowed-down'] as const)(
    'a Retry that ends as %s too leaves no "Not found" overall, a record read in it stands, and the other vendor is marked',
    async (reason) => {
      const numbers = ['15553031234', '15552221234', '15551110000'];
      const failure = { reason, message: '', detail: '' } as const;
      let late: () => void = () => undefined;
      let asked = 0;
      const failing: Lookup = async (question, context) => {
        asked += 1;
        if (asked === 2) context.onFound(1, [pretendRecord('one', '15552221234')]);
        late = () => context.onFound(2, [pretendRecord('one', '15551110000')]);
        const scope = pretendScope('one');
        const answers = question.numbers.map((): readonly [ScopeAnswer] => [
          { kind: 'could-not-check', failure, scope },
        ]);
        return { ...(await truthfulLookup('one', new Set())(question, context)), answers };
      };
      const providers = [pretendProvider('one', failing), pretendProvider('two', truthfulLookup('two', new Set()))];
      const check = new Check(toQuestions(pretendList(numbers)), providers, pretendConfig(['one', 'two']), 1);
      const seen = new Set<string>();
      const onChange = () => check.rows().forEach((row) => seen.add(row.overall.kind));
      await runCheck(check, { signal: quiet.signal, onChange });
      check.askAgain(2);
      await runCheck(check, { signal: quiet.signal, onChange });
      const overall = () => check.rows().map((row) => row.overall.kind);
      expect(overall()).toEqual(['could-not-check', 'opted-out', 'could-not-check']);
      expect(check.rows().every((row) => row.kept.join() === 'false,true')).toBe(true);
      expect(isPartial(check.rows())).toBe(true);
      // What comes after the answer can only be a record.
      late();
      expect(overall()).toEqual(['could-not-check', 'opted-out', 'opted-out']);
      expect([...seen].toSorted()).toEqual(['could-not-check', 'opted-out', 'waiting']);
    },
  );
});
