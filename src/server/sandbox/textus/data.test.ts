import { expect, test } from 'vitest';

import documented from '../../../providers/textus/__fixtures__/collection.json';
import { createCast } from '../data/people';
import { createMobivateData } from '../mobivate/data';
import { ACCOUNT_SLUGS } from './accounts';
import { createTextusData, newestFirst } from './data';

const options = { now: Date.UTC(2026, 10, 22, 12, 24, 30, 123), seed: 1, rows: 3000 };
const rows = createTextusData(options);
const shareOf = (count: number) => count / rows.length;

test('the same options give the same lists', () => {
  expect(createTextusData(options)).toEqual(rows);
  expect(createTextusData({ ...options, seed: 2 })).not.toEqual(rows);
});

test('there are as many rows as asked for, newest first, with unique ids', () => {
  expect(rows).toHaveLength(3000);
  expect(rows.toSorted(newestFirst)).toEqual(rows);
  expect(new Set(rows.map(({ wire }) => wire.id)).size).toBe(3000);
});

test('the documented opt-out is there, word for word', () => {
  expect(rows.filter(({ digits }) => digits === '15553031234').map(({ wire }) => wire)).toEqual(documented.members);
});

test('every shape known of the API occurs', () => {
  const wires = rows.map(({ wire }) => wire);
  const patterns = {
    numberInId: wires.filter(({ id }) => /^\/textus\/opt_outs\/\+\d+$/.test(id)),
    plainId: wires.filter(({ id }) => /^\/textus\/opt_outs\/\d+$/.test(id)),
    tenDigits: wires.filter(({ formattedPhoneNumber }) => /^\d{10}$/.test(formattedPhoneNumber)),
    brackets: wires.filter(({ formattedPhoneNumber }) => /^\(\d{3}\) \d{3}-\d{4}$/.test(formattedPhoneNumber)),
    foreign: wires.filter(({ formattedPhoneNumber }) => /^\+(61|44) /.test(formattedPhoneNumber)),
    milliseconds: wires.filter(({ createdAt }) => /\.\d{3}Z$/.test(createdAt)),
    microseconds: wires.filter(({ createdAt }) => /\.\d{6}Z$/.test(createdAt)),
    nobody: wires.filter(({ user }) => user === null),
    userObject: wires.filter(({ user }) => typeof user === 'object' && user !== null),
    userIri: wires.filter(({ user }) => typeof user === 'string'),
  };
  for (const found of Object.values(patterns)) expect(shareOf(found.length)).toBeGreaterThan(0.01);
  expect(new Set(wires.map(({ createdVia }) => createdVia)).size).toBeGreaterThan(4);
});

test('the instant of a row is that of its wire form, to the millisecond', () => {
  for (const { at, wire } of rows) expect(Date.parse(wire.createdAt)).toBe(at);
});

test('every account has about its share, and some opt-outs of another account', () => {
  for (const slug of ACCOUNT_SLUGS) {
    const listed = rows.filter(({ listedIn }) => listedIn.includes(slug));
    expect(shareOf(listed.length)).toBeGreaterThan(0.3);
    const fromOthers = listed.filter(({ wire }) => wire.originatingAccount.id !== `/accounts/${slug}`);
    expect(fromOthers.length).toBeGreaterThan(100);
  }
});

test('the cast is listed as often as it says, and Mobivate has some of the numbers too', () => {
  for (const { digits, on } of createCast(options.seed)) {
    expect(rows.filter((row) => row.digits === digits)).toHaveLength(on.filter((id) => id === 'textus').length);
  }
  const mobivate = createMobivateData({ ...options, rows: 25_000 });
  const mobiles = new Set(mobivate.mobile);
  expect(rows.filter(({ digits }) => mobiles.has(Number(digits))).length).toBeGreaterThan(200);
});
