import { getCountries } from 'libphonenumber-js/min';
import { expect, it } from 'vitest';

import { COUNTRIES } from './countries';

it('offers exactly the countries that the phone library can read numbers of', () => {
  expect(COUNTRIES).toEqual(getCountries().toSorted());
});
