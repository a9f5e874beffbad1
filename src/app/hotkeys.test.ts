import { describe, expect, it } from 'vitest';

import { createHotkeys, pageKeys, SEQUENCE_MS } from './hotkeys';

const PAGES = pageKeys([
  { path: '/', label: 'Check' },
  { path: '/mobivate', label: 'Mobivate' },
  { path: '/textus', label: 'TextUs' },
]);

/** What the keys do, pressed one after the other, `gap` ms apart. */
function press(keys: string, gap = 100) {
  const read = createHotkeys(PAGES);
  return keys.split('').map((key, position) => read({ key, at: position * gap }));
}

describe('pageKeys', () => {
  it('takes the first letter of a name that is still free', () => {
    expect([...PAGES]).toEqual([
      ['c', '/'],
      ['m', '/mobivate'],
      ['t', '/textus'],
    ]);
    const more = pageKeys([
      { path: '/', label: 'Check' },
      { path: '/clickatell', label: 'Clickatell' },
    ]);
    expect(more.get('l')).toBe('/clickatell');
  });
});

describe('createHotkeys', () => {
  it('reads the single keys', () => {
    expect(press('/')).toEqual([{ kind: 'main-box' }]);
    expect(press('?')).toEqual([{ kind: 'help' }]);
    expect(press('cmtx')).toEqual([null, null, null, null]);
  });

  it('goes to a page after g, in time and at once', () => {
    expect(press('gt')).toEqual([null, { kind: 'page', path: '/textus' }]);
    expect(press('gM')).toEqual([null, { kind: 'page', path: '/mobivate' }]);
    expect(press('gc', SEQUENCE_MS)).toEqual([null, { kind: 'page', path: '/' }]);
    expect(press('gc', SEQUENCE_MS + 1)).toEqual([null, null]);
    expect(press('gxc')).toEqual([null, null, null]);
    expect(press('ggc')).toEqual([null, null, { kind: 'page', path: '/' }]);
    expect(press('gmt')).toEqual([null, { kind: 'page', path: '/mobivate' }, null]);
    expect(press('g/c')).toEqual([null, { kind: 'main-box' }, null]);
  });
});
