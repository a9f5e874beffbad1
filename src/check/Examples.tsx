import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';

import { Button } from '../ui/Button';
import { cx } from '../ui/cx';
import styles from './Examples.module.css';

const examplesSchema = v.object({
  examples: v.object({ list: v.array(v.object({ number: v.string(), words: v.string() })) }),
});

async function readExamples({ signal }: { signal: AbortSignal }) {
  const answer = await fetch('/api/sandbox', { signal });
  return v.parse(examplesSchema, await answer.json()).examples.list;
}

/** Numbers of the sandbox to try, one press each; nothing when the sandbox gives none. */
export function Examples({ onChoose }: { readonly onChoose: (text: string) => void }) {
  const { data = [] } = useQuery({ queryKey: ['sandbox', 'examples'], queryFn: readExamples, staleTime: Infinity });
  if (data.length === 0) return null;
  return (
    <section className={cx(styles['examples'], 'screen-only')} aria-label="Examples">
      <div className={styles['examplesHead']}>
        <h2 className={styles['examplesTitle']}>Try a number of the sandbox</h2>
        <Button size="small" onClick={() => onChoose(data.map(({ number }) => number).join('\n'))}>
          Put all of them into the box
        </Button>
      </div>
      <ul className={styles['exampleList']}>
        {data.map(({ number, words }) => (
          <li key={number}>
            <Button size="small" onClick={() => onChoose(number)}>
              {number}
            </Button>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
