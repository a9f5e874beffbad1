import { useCallback, useState, type KeyboardEvent } from 'react';

import { isAsking } from '../ui/asking-key';
import { Button } from '../ui/Button';
import { CountryBox } from '../ui/CountryBox';
import { FileField, useFileDrop } from '../ui/FileField';
import { Kbd } from '../ui/Kbd';
import { setPreference } from '../ui/preferences';
import styles from './check.module.css';
import { FileColumn } from './FileColumn';
import { NumbersBox } from './NumbersBox';
import { useNumbersFile } from './use-numbers-file';

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onCheck: () => void;
  /** The person is about to ask: the moment to load what the answer needs. */
  readonly onIntent: () => void;
  readonly running: boolean;
  readonly problem: string | null;
  readonly defaultCountry: string;
}

const HINT = (
  <span className={styles['hints']}>
    <span>
      One on each line, or separated by commas. Any format: <span className="unbroken">+1 555 303 1234</span>,{' '}
      <span className="unbroken">(555) 303-1234</span>, <span className="unbroken">0044 7700 900123</span>.
    </span>
    <span className={styles['keys']}>
      <Kbd>Enter</Kbd> checks one number,{' '}
      <span className="unbroken">
        <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
      </span>{' '}
      a list
    </span>
  </span>
);

/** The box, the file, the country and the button. */
export function NumbersForm({ text, onText, onCheck, onIntent, running, problem, defaultCountry }: Props) {
  const [edited, setEdited] = useState(false);
  const edit = useCallback(
    (next: string) => {
      setEdited(true);
      onText(next);
    },
    [onText],
  );
  const file = useNumbersFile(text, defaultCountry, edit);
  const over = useFileDrop((files) => void file.read(files));

  function check() {
    file.forget();
    setEdited(false);
    if (!running) onCheck();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (!isAsking(event, text)) return;
    event.preventDefault();
    check();
  }

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <NumbersBox
        text={text}
        onText={edit}
        hint={HINT}
        error={problem !== null && !edited ? problem : undefined}
        onFocus={onIntent}
        onKeyDown={onKeyDown}
      />
      {over && <p className={styles['drop']}>Let go to read the numbers of this file. It stays on this computer.</p>}
      <FileColumn file={file} />
      <div className={styles['actions']}>
        <Button type="submit" variant="primary" icon="search" busy={running} onPointerEnter={onIntent}>
          Check
        </Button>
        <FileField
          label="Add numbers from a file"
          accept=".csv,.txt,text/csv,text/plain"
          onFiles={(files) => void file.read(files)}
        />
        <CountryBox
          className={styles['country']}
          value={defaultCountry}
          onChange={(country) => setPreference('country', country)}
        />
      </div>
    </form>
  );
}
