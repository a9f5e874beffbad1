import { expect, it } from 'vitest';

import { rowText } from './row-text';

it('joins the lines of a cell, and the cells of a row', () => {
  expect(rowText(['+1 409 555 0004', ' Opted out\n3 Mar\t2020 \n\nreplied STOP', ''])).toBe(
    '+1 409 555 0004\tOpted out; 3 Mar 2020; replied STOP\t',
  );
});

it('keeps formulas from being formulas', () => {
  expect(rowText(['=1+1', '+1 409 555 0004', '-2', '@x'])).toBe("'=1+1\t+1 409 555 0004\t-2\t'@x");
});
