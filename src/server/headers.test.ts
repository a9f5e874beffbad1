import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { PRESSABLE_STYLE } from './headers';

test('the style allowed by its hash is the one that the installed react-aria writes', () => {
  const path = 'node_modules/react-aria/dist/private/interactions/usePress.mjs';
  const source = readFileSync(path, 'utf8');
  const written = /style\.textContent = `([^`]*)`\.trim\(\)/
    .exec(source)?.[1]
    ?.replace(/\$\{[^}]*\}/, 'data-react-aria-pressable');
  expect(written?.trim()).toBe(PRESSABLE_STYLE);
  expect(source).toContain("= 'data-react-aria-pressable'");
});
