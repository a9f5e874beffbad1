import { useEffect, useEffectEvent, useId, useState } from 'react';

import buttonStyles from './Button.module.css';
import { cx } from './cx';
import styles from './FileField.module.css';
import { Icon } from './Icon';

interface FileFieldProps {
  /** Accessible name of the input, and the words of the button. */
  readonly label: string;
  /** As of the `accept` attribute, e.g. `.csv,.txt`. */
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly multiple?: boolean;
}

/** Chooses files; looks like a button, is a file input. The same file can be chosen twice. */
export function FileField({ label, accept, onFiles, multiple = false }: FileFieldProps) {
  const id = useId();
  return (
    <span className={styles['field']}>
      <input
        id={id}
        type="file"
        aria-label={label}
        className="visually-hidden"
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      {/* Said once: by the input itself. */}
      <label
        htmlFor={id}
        aria-hidden="true"
        className={cx(buttonStyles['button'], buttonStyles['secondary'], styles['button'])}
      >
        <Icon name="file" />
        {label}
      </label>
    </span>
  );
}

/**
 * Takes files dropped anywhere on the page: beside the right place, the browser would open the file and leave the page. True
 * while files hang above it.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const hold = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // From one element of the page to another is no leaving.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take(files);
    };
    document.addEventListener('dragover', hold, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, []);
  return over;
}
