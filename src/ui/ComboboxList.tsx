/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events
   -- HTML has no element for the list of an editable combobox. The roles are those of the ARIA Authoring Practices; the
   focus stays in the box, whose keys work the list. */
import { useDeferredValue, useEffect, useRef } from 'react';

import type { ComboboxOption } from './combobox-match';
import styles from './Combobox.module.css';
import { Icon } from './Icon';

interface ComboboxListProps {
  readonly id: string;
  readonly open: boolean;
  readonly options: readonly ComboboxOption[];
  /** Index of the marked option. */
  readonly active: number;
  /** Value of the option that is chosen now. */
  readonly value: string;
  readonly optionId: (index: number) => string;
  readonly onTake: (option: ComboboxOption) => void;
}

/** More options than the list shows at once. */
const IN_SIGHT = 16;
const NONE: readonly ComboboxOption[] = [];

/** The list that drops from a combobox. */
export function ComboboxList({ id, open, options, active, value, optionId, onTake }: ComboboxListProps) {
  const list = useRef<HTMLUListElement>(null);
  // Hundreds of options take longer to draw than a key press may: those in sight first, the others when there is time.
  const settled = useDeferredValue(options, NONE);
  const drawn = settled === options ? options : options.slice(0, Math.max(IN_SIGHT, active + IN_SIGHT));
  useEffect(() => {
    const element = list.current;
    if (!open || element === null) return undefined;
    const place = () => keepInWindow(element);
    place();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, [open]);
  useEffect(() => {
    const option = list.current?.children.item(active);
    if (open && list.current !== null && option instanceof HTMLElement) showOption(list.current, option);
  }, [open, active]);
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label="Choices"
      // What scrolls is a tab stop of its own in some browsers; Tab closes the list, and would take the focus with it.
      tabIndex={-1}
      className={styles['list']}
      hidden={options.length === 0}
    >
      {drawn.map((option, index) => (
        <li
          key={option.value}
          id={optionId(index)}
          role="option"
          aria-selected={index === active}
          aria-label={option.label}
          aria-describedby={option.detail === undefined ? undefined : `${optionId(index)}-detail`}
          className={styles['option']}
          // The box keeps the focus; mousedown would take it away before the press counts.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
        >
          <span>{option.label}</span>
          {option.detail !== undefined && (
            <span id={`${optionId(index)}-detail`} className={styles['detail']}>
              {option.detail}
            </span>
          )}
          {option.value === value && <Icon name="check" className={styles['chosen']} />}
        </li>
      ))}
    </ul>
  );
}

/** Moves the list to the left as far as it would stand out of the window on the right. */
function keepInWindow(list: HTMLElement): void {
  list.style.setProperty('inset-inline-start', '0');
  const over = list.getBoundingClientRect().right - (document.body.clientWidth - 8);
  if (over > 0) list.style.setProperty('inset-inline-start', `${-Math.ceil(over)}px`);
}

/** Scrolls the list alone, never the page, so that the option is in sight with its neighbours. */
function showOption(list: HTMLElement, option: HTMLElement): void {
  const { offsetTop: top, offsetHeight: height } = option;
  if (top >= list.scrollTop && top + height <= list.scrollTop + list.clientHeight) return;
  list.scrollTop = top - (list.clientHeight - height) / 2;
}
