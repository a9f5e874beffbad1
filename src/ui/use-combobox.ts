import { useId, useState, type KeyboardEvent } from 'react';

import { exactOption, matchOptions, type ComboboxOption } from './combobox-match';

interface ComboboxQuestion {
  readonly value: string;
  readonly options: readonly ComboboxOption[];
  readonly onChange: (value: string) => void;
  readonly offer: ((typed: string) => ComboboxOption | null) | undefined;
}

/**
 * State and keys of an editable combobox with a list (WAI-ARIA Authoring Practices, "Editable Combobox With List
 * Autocomplete"): typing filters and marks the best, arrows move, Enter takes, Escape puts back what was there, leaving
 * takes what was typed out in full.
 */
export function useCombobox({ value, options, onChange, offer }: ComboboxQuestion) {
  const listId = useId();
  /** What is being typed; null while the box shows the chosen option. */
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);

  const chosen = options.find((option) => option.value === value);
  const found = open ? matchOptions(options, typed ?? '') : [];
  const offered = open && found.length === 0 && typed !== null ? (offer?.(typed) ?? null) : null;
  const shown = offered === null ? found : [offered];

  const close = () => {
    setTyped(null);
    setOpen(false);
  };
  const take = (option: ComboboxOption) => {
    close();
    if (option.value !== value) onChange(option.value);
  };
  const show = () => {
    if (open) return;
    setOpen(true);
    setActive(typed === null ? Math.max(0, chosen === undefined ? 0 : options.indexOf(chosen)) : 0);
  };
  const type = (text: string) => {
    setTyped(text);
    setOpen(true);
    setActive(0);
  };
  const leave = () => {
    const exact = typed === null ? null : (exactOption(options, typed) ?? offer?.(typed) ?? null);
    if (exact === null) close();
    else take(exact);
  };
  const move = (to: number) => setActive(Math.max(0, Math.min(shown.length - 1, to)));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => (open ? move(active === shown.length - 1 ? 0 : active + 1) : show()),
      ArrowUp: () => (open ? move(active === 0 ? shown.length - 1 : active - 1) : show()),
      ...(open && {
        PageDown: () => move(active + 8),
        PageUp: () => move(active - 8),
        Enter: () => {
          const option = shown[active];
          if (option !== undefined) take(option);
        },
        Escape: close,
      }),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return {
    listId,
    text: typed ?? chosen?.label ?? value,
    open,
    shown,
    active: Math.min(active, Math.max(0, shown.length - 1)),
    optionId: (index: number) => `${listId}-${index}`,
    show,
    type,
    leave,
    take,
    onKeyDown,
  };
}
