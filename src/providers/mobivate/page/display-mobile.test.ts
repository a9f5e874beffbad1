import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { displayMobile } from './display-mobile';

describe('displayMobile', () => {
  it.each([
    ['15553031234', '+1 555 303 1234'],
    ['+447700900456', '+44 7700 900456'],
    ['4400111222', '+44 001 112 22'],
    ['07700900123', '07700900123'],
    ['0061491570006', '0061491570006'],
    ['SHORTCODE', 'SHORTCODE'],
    ['555 303 9999', '555 303 9999'],
    ['', ''],
  ])('shows %j as %j', (mobile, shown) => {
    expect(displayMobile(mobile)).toBe(shown);
  });

  it('never loses or adds a digit', () => {
    const digits = fc.stringMatching(/^\+?\d{1,20}$/);
    fc.assert(
      fc.property(digits, (mobile) => {
        expect(displayMobile(mobile).replaceAll(/\D/g, '')).toBe(mobile.replaceAll(/\D/g, ''));
      }),
    );
  });
});
