import { parseDate } from '@internationalized/date';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import {
  Button,
  CalendarCell,
  CalendarGrid,
  CalendarMonthPicker,
  CalendarYearPicker,
  RangeCalendar,
} from 'react-aria-components/RangeCalendar';

import { Icon } from './Icon';
import styles from './RangeCalendarPanel.module.css';

export interface RangeCalendarPanelProps {
  /** Chosen days, `YYYY-MM-DD`; null when there are none. */
  readonly days: { readonly from: string; readonly to: string } | null;
  /** The day it is now in the page's zone. */
  readonly today: string;
  /** First day that can be chosen. */
  readonly first: string | undefined;
  readonly onChoose: (days: { readonly from: string; readonly to: string }) => void;
}

/** English words whatever the browser's language, with the week of the browser's own region. */
const LOCALE = navigator.language.startsWith('en') ? navigator.language : 'en-GB';

/** A calendar to choose a first and a last day from. Loaded when first opened: it is the dearest part of the page. */
export default function RangeCalendarPanel({ days, today, first, onChoose }: RangeCalendarPanelProps) {
  // Of its own, since the page's comes a moment later: what is said to be chosen would be what was chosen before.
  const [chosen, setChosen] = useState(days);
  return (
    <I18nProvider locale={LOCALE}>
      <RangeCalendar
        aria-label="Days"
        className={styles['calendar'] ?? ''}
        value={chosen === null ? null : { start: parseDate(chosen.from), end: parseDate(chosen.to) }}
        defaultFocusedValue={parseDate(days?.to ?? today)}
        minValue={first === undefined ? null : parseDate(first)}
        maxValue={parseDate(today)}
        // The person opened it to choose a day: the focus goes to the days.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        // To leave it with one end chosen is to give up, not to choose a range by where one happened to be.
        commitBehavior="reset"
        onChange={({ start, end }) => {
          const range = { from: start.toString(), to: end.toString() };
          setChosen(range);
          onChoose(range);
        }}
      >
        <header className={styles['head']}>
          <Button slot="previous" className={styles['turn'] ?? ''}>
            <Icon name="chevron-left" />
          </Button>
          <span className={styles['pickers']}>
            <CalendarMonthPicker format="long">{(picker) => <Picker {...picker} />}</CalendarMonthPicker>
            <CalendarYearPicker visibleYears={40}>{(picker) => <Picker {...picker} />}</CalendarYearPicker>
          </span>
          <Button slot="next" className={styles['turn'] ?? ''}>
            <Icon name="chevron-right" />
          </Button>
        </header>
        <CalendarGrid weekdayStyle="short" className={styles['grid'] ?? ''}>
          {(date) => <CalendarCell date={date} className={styles['day'] ?? ''} />}
        </CalendarGrid>
      </RangeCalendar>
    </I18nProvider>
  );
}

interface PickerProps {
  readonly 'aria-label': string;
  readonly value: string | number;
  readonly onChange: (key: number) => void;
  readonly items: readonly { readonly id: number; readonly formatted: string }[];
}

/** The month or the year as a plain select: years back in two presses. */
function Picker({ value, onChange, items, ...naming }: PickerProps) {
  return (
    <select
      {...naming}
      className={styles['picker']}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {items.map((item) => (
        <option key={item.id} value={item.id}>
          {item.formatted}
        </option>
      ))}
    </select>
  );
}
