import { useId, useState, type DragEvent } from 'react';

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
        className="visually-hidden"
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <label htmlFor={id} className={cx(buttonStyles['button'], buttonStyles['secondary'], styles['button'])}>
        <Icon name="file" />
        {label}
      </label>
    </span>
  );
}

/** Props for an element that takes dropped files; `over` while files hang above it. */
export function useFileDrop(onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    dropProps: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      },
    },
  };
}
