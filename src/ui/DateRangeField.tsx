import { lazy, Suspense, useId, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';

import { Button, IconButton } from './Button';
import styles from './DateRangeField.module.css';
import { closePopover, Popover } from './Popover';
import { dayOfBound, readPastedRange, type RangeText } from './range-text';
import { TextField } from './TextField';
import { useRangeDraft, type RangeProblems } from './use-range-draft';

export type { RangeText } from './range-text';
export type { RangeProblems } from './use-range-draft';

const RangeCalendarPanel = lazy(() => import('./RangeCalendarPanel'));

export interface RangePreset {
  /** The button's words, exactly. */
  readonly label: string;
  readonly value: RangeText;
}

interface DateRangeFieldProps {
  readonly value: RangeText;
  /** A range without problems, from Enter, from leaving the field, a preset or the calendar; only when it changed. */
  readonly onCommit: (value: RangeText) => void;
  readonly presets: readonly RangePreset[];
  readonly problems: (value: RangeText) => RangeProblems;
  /** The day it is in the page's zone, and the first day with data: bounds of the calendar, `YYYY-MM-DD`. */
  readonly today: string;
  readonly first?: string;
  /** Words under the fields: the exact interval asked. */
  readonly children?: ReactNode;
}

/** A range of days or of local times: typed, pasted, from presets or from a calendar. */
export function DateRangeField({ value, onCommit, presets, problems, today, first, children }: DateRangeFieldProps) {
  const draft = useRangeDraft({ value, onCommit, problems });
  const calendarId = useId();
  const calendarButton = useRef<HTMLButtonElement>(null);
  const days = { from: dayOfBound(value.from), to: dayOfBound(value.to) };

  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) draft.commit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') draft.commit();
    if (event.key === 'Escape') draft.forget();
  };
  const bound = (side: 'from' | 'to', label: string) => (
    <TextField
      label={label}
      value={draft.shown[side]}
      error={draft.errors[side]}
      placeholder="YYYY-MM-DD hh:mm"
      className={styles['bound']}
      onKeyDown={onKeyDown}
      onChange={(text) => draft.edit({ [side]: text })}
      onPaste={(event) => {
        const range = readPastedRange(event.clipboardData.getData('text'));
        if (range === null) return;
        event.preventDefault();
        draft.edit(range);
      }}
    />
  );

  return (
    // Leaving the group commits what was typed in it; nothing is pressed on the group itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset className={styles['range']} onBlur={onBlur}>
      <legend className="visually-hidden">Date range</legend>
      <div className={styles['bounds']}>
        {bound('from', 'From')}
        {bound('to', 'To')}
        <IconButton
          ref={calendarButton}
          label="Open the calendar"
          icon="calendar"
          variant="secondary"
          className={styles['open']}
          aria-haspopup="dialog"
          popoverTarget={calendarId}
        />
        <Popover id={calendarId} label="Calendar" anchor={calendarButton}>
          <Suspense fallback={<p className={styles['loading']}>Loading the calendar…</p>}>
            <RangeCalendarPanel
              days={days.from === null || days.to === null ? null : { from: days.from, to: days.to }}
              today={today}
              first={first}
              onChoose={(range) => {
                closePopover(calendarId);
                draft.choose(range);
              }}
            />
          </Suspense>
        </Popover>
      </div>
      <div className={styles['presets']}>
        {presets.map((preset) => (
          <Button
            key={preset.label}
            size="small"
            aria-pressed={preset.value.from === value.from && preset.value.to === value.to}
            onClick={() => draft.choose(preset.value)}
          >
            {preset.label}
          </Button>
        ))}
      </div>
      {children !== undefined && <div className={styles['words']}>{children}</div>}
    </fieldset>
  );
}
