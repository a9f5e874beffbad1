export interface ComboboxOption {
  readonly value: string;
  /** Accessible name of the option, and what stands in the box once it is chosen. */
  readonly label: string;
  /** More beside it, e.g. the offset; read as its description. */
  readonly detail?: string;
  /** Further words under which it is found. */
  readonly search?: string;
}

/** Lower case, without accents, with separators as spaces: `America/São_Paulo` and `sao paulo` meet. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s_/()-]+/gu, ' ')
    .trim();
}

interface Folded {
  readonly label: string;
  readonly value: string;
  /** All its words, each after a space. */
  readonly all: string;
}

const known = new WeakMap<ComboboxOption, Folded>();

/** An option's words as they are compared; kept, because every key press asks for those of hundreds. */
function foldOption(option: ComboboxOption): Folded {
  let folded = known.get(option);
  if (folded === undefined) {
    const [label, value] = [foldText(option.label), foldText(option.value)];
    folded = {
      label,
      value,
      all: ` ${label} ${value} ${foldText(option.search ?? '')} ${foldText(option.detail ?? '')}`,
    };
    known.set(option, folded);
  }
  return folded;
}

/** How well an option answers what was typed: 0 is exact, then its start, a word's start, anywhere; null is not at all. */
function rank(option: ComboboxOption, typed: string): number | null {
  const { label, value, all } = foldOption(option);
  if (label === typed || value === typed) return 0;
  if (label.startsWith(typed)) return 1;
  const words = typed.split(' ');
  if (words.every((word) => all.includes(` ${word}`))) return 2;
  return words.every((word) => all.includes(word)) ? 3 : null;
}

/** The options that answer what was typed, best first, otherwise in their order. Nothing typed: all of them. */
export function matchOptions(options: readonly ComboboxOption[], typed: string): readonly ComboboxOption[] {
  const folded = foldText(typed);
  if (folded === '') return options;
  return options
    .flatMap((option) => {
      const found = rank(option, folded);
      return found === null ? [] : [{ option, found }];
    })
    .toSorted((one, other) => one.found - other.found)
    .map(({ option }) => option);
}

/** The option that was typed out in full, by its label or value; null when none was. */
export function exactOption(options: readonly ComboboxOption[], typed: string): ComboboxOption | null {
  const folded = foldText(typed);
  return options.find((option) => rank(option, folded) === 0) ?? null;
}
