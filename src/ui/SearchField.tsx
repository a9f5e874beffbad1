import { TextField, type TextFieldProps } from './TextField';

/** One line of text to search for: a searchbox with a magnifying glass. */
export function SearchField(props: Omit<TextFieldProps, 'type'>) {
  return <TextField icon="search" {...props} type="search" />;
}
