import { describe, expect, it } from 'vitest';

import { digitsOf } from '../../../lib/phone-text';
import { isSameSearch, withoutPrefix } from './find-digits';

describe('digitsOf', () => {
  it.each([
    ['+1 (555) 303-1234', '15553031234'],
    ['  44 00\u00a011\u202f12 ', '44001112'],
    ['４４００', '4400'],
    ['٠١٢٣', '0123'],
    ['\u202a+61 491 570 006\u202c', '61491570006'],
    ['abc', ''],
    ['', ''],
  ])('reads %j', (text, digits) => {
    expect(digitsOf(text)).toBe(digits);
  });
});

describe('isSameSearch', () => {
  it.each([
    ['44', '4400', 200, true],
    ['4400', '440', 200, true],
    ['44', '4400', 5000, false],
    ['', '4', 200, false],
    ['4', '', 200, false],
    ['4400', '55', 200, false],
  ])('%j to %j after %d ms', (before, after, since, same) => {
    expect(isSameSearch(before, after, since)).toBe(same);
  });
});

describe('withoutPrefix', () => {
  it.each([
    ['0491570006', '491570006'],
    ['0061491570006', '61491570006'],
    ['01115553031234', '15553031234'],
    ['61491570006', null],
    ['000', null],
    ['', null],
  ])('%j leaves %j', (digits, rest) => {
    expect(withoutPrefix(digits)).toBe(rest);
  });
});
