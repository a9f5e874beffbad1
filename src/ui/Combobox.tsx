import type { CSSProperties } from 'react';

import { Announcer } from './Announcer';
import type { ComboboxOption } from './combobox-match';
import styles from './Combobox.module.css';
import { ComboboxList } from './ComboboxList';
import { countOf } from './counts';
import { cx } from './cx';
import { Field, type FieldWords } from './Field';
import fieldStyles from './Field.module.css';
import { Icon, type IconName } from './Icon';
import { useCombobox } from './use-combobox';

export type { ComboboxOption } from './combobox-match';

export interface ComboboxProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly ComboboxOption[];
  /** An option made from what was typed when no listed one matches, e.g. a zone under an old name. */
  readonly offer?: (typed: string) => ComboboxOption | null;
  readonly icon?: IconName;
  /** Stands at the end of the box, beside the choice. */
  readonly detail?: string | undefined;
  /** Called when the list is about to open, to work out what only the list needs. */
  readonly onOpen?: () => void;
  readonly className?: string | undefined;
}

/** One of many, found by typing. */
export function Combobox({ value, onChange, options, offer, icon, detail, onOpen, ...words }: ComboboxProps) {
  const box = useCombobox({ value, options, onChange, offer });
  const open = () => {
    if (!box.open) onOpen?.();
    box.show();
  };

  return (
    <Field {...words}>
      {(control) => (
        <div className={styles['box']}>
          {icon !== undefined && (
            <span className={fieldStyles['lead']}>
              <Icon name={icon} />
            </span>
          )}
          <input
            {...control}
            type="text"
            role="combobox"
            aria-expanded={box.open && box.shown.length > 0}
            aria-autocomplete="list"
            aria-controls={box.listId}
            {...(box.open && box.shown.length > 0 && { 'aria-activedescendant': box.optionId(box.active) })}
            autoComplete="off"
            spellCheck={false}
            className={cx(
              fieldStyles['control'],
              styles['input'],
              icon !== undefined && fieldStyles['withLead'],
              detail !== undefined && styles['withDetail'],
            )}
            {...(detail !== undefined && { style: roomFor(detail) })}
            value={box.text}
            onChange={(event) => {
              if (!box.open) onOpen?.();
              box.type(event.target.value);
            }}
            onFocus={(event) => event.target.select()}
            onClick={open}
            onBlur={box.leave}
            onKeyDown={(event) => {
              if (!box.open && event.key.startsWith('Arrow')) onOpen?.();
              box.onKeyDown(event);
            }}
          />
          <span className={fieldStyles['trail']}>
            {detail !== undefined && !box.open && <span className={styles['detail']}>{detail}</span>}
            <Icon name="chevron-down" />
          </span>
          <ComboboxList
            id={box.listId}
            open={box.open}
            options={box.shown}
            active={box.active}
            value={value}
            optionId={box.optionId}
            onTake={box.take}
          />
          {box.open && box.shown.length === 0 && <p className={styles['none']}>Nothing matches “{box.text}”.</p>}
          <Announcer everyMs={1000} text={box.open ? countWords(box.shown.length) : ''} />
        </div>
      )}
    </Field>
  );
}

/** The end of the box that the detail covers, so that the choice is cut before it. */
function roomFor(detail: string): CSSProperties {
  return { '--detail-length': detail.length } as CSSProperties;
}

function countWords(count: number): string {
  return count === 0 ? 'Nothing matches' : countOf(count, 'choice');
}
