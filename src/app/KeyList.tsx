import { Fragment } from 'react';

import { Kbd } from '../ui/Kbd';
import { setPreference, usePreferences } from '../ui/preferences';
import { Button } from '../ui/Button';
import { pageKeys } from './hotkeys';
import styles from './preferences.module.css';
import { routes } from './routes';

type Keys = readonly (readonly [keys: readonly (readonly string[])[], words: string])[];

const labelOf = (path: string) => routes.find((route) => route.path === path)?.label ?? path;

const SINGLE: Keys = [
  [[['/']], 'The main box of the page'],
  ...[...pageKeys(routes)].map(([key, path]): Keys[number] => [[['g', key]], `Go to ${labelOf(path)}`]),
  [[['?']], 'This list'],
];

const OTHERS: Keys = [
  [[['Enter']], 'In a box that holds one number: ask'],
  [
    [
      ['Ctrl', 'Enter'],
      ['⌘', 'Enter'],
    ],
    'In a box that holds a list: ask',
  ],
  [
    [
      ['Ctrl', 'C'],
      ['⌘', 'C'],
    ],
    'On the Details button of a row: copy the row, or its chosen cell. On a time: copy it',
  ],
  [[['↑'], ['↓'], ['Home'], ['End']], 'On the Details button of a row: go to another row'],
  [[['←'], ['→']], 'On the Details button of a row: choose one of its cells to copy; Escape: the whole row again'],
  [
    [
      ['Ctrl', 'P'],
      ['⌘', 'P'],
    ],
    'Print the results, or the open record, as an evidence sheet',
  ],
  [[['Escape']], 'Close what is open'],
];

/** All keys in two groups: the single ones, which can be turned off, and those that always work. */
export default function KeyList() {
  const { shortcuts } = usePreferences();
  return (
    <>
      <section>
        <h3 className={styles['group']}>Single keys, outside text boxes</h3>
        <KeyRows keys={SINGLE} />
      </section>
      <div className={styles['reset']}>
        <p aria-live="polite" className={styles['note']}>
          {shortcuts ? 'Single keys are on.' : 'Single keys are off: none of the keys above does anything.'}
        </p>
        <Button size="small" onClick={() => setPreference('shortcuts', !shortcuts)}>
          {shortcuts ? 'Turn single keys off' : 'Turn single keys on'}
        </Button>
      </div>
      <section>
        <h3 className={styles['group']}>Always</h3>
        <KeyRows keys={OTHERS} />
      </section>
    </>
  );
}

function KeyRows({ keys }: { readonly keys: Keys }) {
  return (
    <dl className={styles['keys']}>
      {keys.map(([ways, words]) => (
        <Fragment key={words}>
          <dt>
            {ways.map((way, position) => (
              <Fragment key={way.join(' ')}>
                {position > 0 && ' or '}
                <span className={styles['way']}>
                  {way.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
              </Fragment>
            ))}
          </dt>
          <dd>{words}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
