import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dayOf, MOMENT_HINT, momentProblem, moveDay, parseMoment, serializeMoment } from './date-range';

describe('parseMoment', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['  2026-11-21\t', '2026-11-21'],
    ['2026-11-21 09:30', '2026-11-21T09:30'],
    ['2026-11-21T09:30', '2026-11-21T09:30'],
    ['2026-11-21t9:30', '2026-11-21T09:30'],
    ['2026-11-21   9:30:05', '2026-11-21T09:30:05'],
    ['2024-02-29 00:00', '2024-02-29T00:00'],
    ['2026-11-21 23:59:59', '2026-11-21T23:59:59'],
  ])('reads %j', (text, written) => {
    const moment = parseMoment(text);
    expect(moment === null ? null : serializeMoment(moment)).toBe(written);
  });

  it.each([
    '',
    '2026-02-31',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-11-21 24:00',
    '2026-11-21 09:60',
    '2026-11-21 09:30:60',
    '2026-11-21 0930',
    '2026-11-21 09:30Z',
    '2026-11-21T09:30:00+01:00',
    '21/11/2026',
    '2026-1-5',
    '0026-11-21',
    '2026-11-21 2026-11-22',
    '２０２６-11-21',
    'today',
  ])('refuses %j', (text) => {
    expect(parseMoment(text)).toBeNull();
  });

  it('reads back what is written, for every minute there is', () => {
    const minute = fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(minute, fc.constantFrom(null, 5, 8), (date, length) => {
        const iso = date.toISOString();
        const moment = { day: iso.slice(0, 10), time: length === null ? null : iso.slice(11, 11 + length) };
        expect(parseMoment(serializeMoment(moment))).toEqual(moment);
      }),
    );
  });
});

describe('momentProblem', () => {
  it('says of a day that can be read in two ways that it can', () => {
    expect(momentProblem('01/11/2026')).toBe(
      '01/11/2026 can mean different days in different countries. Write 2026-11-21 or 21 Nov 2026.',
    );
    expect(momentProblem(' 1.11.26 09:30')).toContain('1.11.26 can mean');
  });

  it('says of a day that does not exist why', () => {
    expect(momentProblem('2026-02-31')).toBe('2026-02-31 is on no calendar: that month has 28 days.');
    expect(momentProblem(' 2024-02-30 09:30')).toBe('2024-02-30 is on no calendar: that month has 29 days.');
    expect(momentProblem('2026-13-01')).toBe('2026-13-01 is on no calendar: a year has 12 months.');
  });

  it('says of anything else what to write', () => {
    for (const text of ['', 'today', '21/11/2026', '2026-02-28 24:00', '2026-00-10', '2026-02-311', '1 Nov'])
      expect(momentProblem(text)).toBe(MOMENT_HINT);
  });
});

describe('days', () => {
  it('belong to the zone', () => {
    expect(dayOf(Date.parse('2026-11-20T22:30Z'), 'Australia/Sydney')).toBe('2026-11-21');
    expect(dayOf(Date.parse('2026-11-20T22:30Z'), 'America/New_York')).toBe('2026-11-20');
  });

  it('move over months, leap days and back again', () => {
    expect(moveDay('2024-02-28', 2)).toBe('2024-03-01');
    expect(moveDay('2026-01-01', -1)).toBe('2025-12-31');
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), (count) => {
        expect(moveDay(moveDay('2026-03-29', count), -count)).toBe('2026-03-29');
      }),
    );
  });
});
