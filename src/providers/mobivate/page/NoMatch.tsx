import { Button } from '../../../ui/Button';
import { countOf } from '../../../ui/counts';
import { withoutPrefix } from './find-digits';

/** Says that no number of the range holds the digits looked for. */
export function noMatchWords(digits: string, total: number) {
  return {
    title: `No number here contains ${digits}`,
    body: `None of the ${countOf(total, 'opt-out')} of this range has these digits in a row. Other days may.`,
  };
}

/** Ways on from there: the same number as it would be stored, or all of them. */
export function NoMatchActions({
  digits,
  onFind,
}: {
  readonly digits: string;
  readonly onFind: (digits: string) => void;
}) {
  const stored = withoutPrefix(digits);
  return (
    <>
      {stored !== null && <Button onClick={() => onFind(stored)}>Find {stored} instead</Button>}
      <Button onClick={() => onFind('')}>Show all numbers</Button>
    </>
  );
}
