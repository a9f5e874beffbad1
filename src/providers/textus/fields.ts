import type { OptOut } from '../contract';

/** Labels of the fields that only TextUs has, in the order they are shown. */
export const LABELS = {
  asGiven: 'Phone number as given',
  createdAt: 'Created at, as given',
  user: 'User',
  email: 'User e-mail',
  originatingAccount: 'Originating account',
} as const;

export type Field = keyof typeof LABELS;

/** The text of one of these fields; '' when the record has none. */
export function fieldText(optOut: OptOut, field: Field): string {
  return optOut.fields.find(([label]) => label === LABELS[field])?.[1] ?? '';
}
