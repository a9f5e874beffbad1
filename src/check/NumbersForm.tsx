import { useState, type KeyboardEvent } from 'react';

import { Button } from '../ui/Button';
import { CountryBox } from '../ui/CountryBox';
import { FileField, useFileDrop } from '../ui/FileField';
import { Kbd } from '../ui/Kbd';
import { MAIN_BOX } from '../ui/main-box';
import { setPreference } from '../ui/preferences';
import { TextArea } from '../ui/TextArea';
import styles from './check.module.css';
import { FileColumn } from './FileColumn';
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
      One on each line, or separated by commas. Any format: +1 555 303 1234, (555) 303-1234, 0044 7700 900123.
    </span>
    <span className={styles['keys']}>
      <Kbd>Enter</Kbd> checks one number, <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> a list
    </span>
  </span>
);

/** The box, the file, the country and the button. Enter checks when the box holds one line; Ctrl/⌘+Enter always does. */
export function NumbersForm({ text, onText, onCheck, onIntent, running, problem, defaultCountry }: Props) {
  const [edited, setEdited] = useState(false);
  const file = useNumbersFile(defaultCountry, (lines) => {
    setEdited(true);
    onText(lines);
  });
  const drop = useFileDrop((files) => void file.read(files));

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey || event.altKey) return;
    const always = event.ctrlKey || event.metaKey;
    const oneLine = text.trim() !== '' && !/[\r\n]/.test(text.trim());
    if (!always && !oneLine) return;
    event.preventDefault();
    if (!running) onCheck();
  }

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setEdited(false);
        if (!running) onCheck();
      }}
      {...drop}
    >
      <TextArea
        {...MAIN_BOX}
        label="Phone numbers"
        hint={HINT}
        error={problem !== null && !edited ? problem : undefined}
        value={text}
        onChange={(value) => {
          setEdited(true);
          onText(value);
        }}
        onFocus={onIntent}
        onKeyDown={onKeyDown}
        rows={text.includes('\n') ? 8 : 2}
        spellCheck={false}
        autoComplete="off"
        inputMode="text"
      />
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
