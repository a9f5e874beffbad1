import { lazy, Suspense } from 'react';

import { createBreather } from '../lib/yield';
import type { PageProps } from '../providers/contract';
import { providers } from '../providers/index';
import { Card } from '../ui/Card';
import { Message } from '../ui/Message';
import { Page } from '../ui/Page';
import { Examples } from './Examples';
import { InputProgress } from './InputProgress';
import { NumbersForm } from './NumbersForm';
import { OtherQuestion } from './OtherQuestion';
import { PAGE_WORDS } from './page-words';
import { SetAside } from './SetAside';
import { useCarriedQuestion } from './use-carried-question';
import { useCheck, useKeptText } from './use-check';

const loadResults = () => import('./CheckResults');
const CheckResults = lazy(loadResults);

/**
 * Fetches what the answer needs, while the person still types: a part at a time, so that no key waits for all of them; the clock of the
 * zone last. What does not come is fetched, or reported, when asked for.
 */
async function prefetch(zone: string): Promise<void> {
  const breathe = createBreather(0);
  const parts = [
    loadResults,
    () => import('./asking'),
    () => import('../lib/number-list'),
    ...providers.map(({ loadLookup }) => loadLookup),
    async () => (await import('../lib/zoned-time')).prepareZone(Date.now(), zone),
  ];
  for (const load of parts) {
    await breathe();
    await load().catch(() => undefined);
  }
}

/** The home page: paste numbers, get one answer for each from all vendors, take the evidence away. */
export default function CheckPage({ config, zone, defaultCountry }: PageProps) {
  const [text, setText] = useKeptText();
  const { state, asked, ask, retry, cancel } = useCheck(config, defaultCountry);
  const setAside = useCarriedQuestion(text, (number) => {
    setText(number);
    void ask(number);
  });
  const running = state.kind === 'running' || state.kind === 'reading-input';

  return (
    <Page
      title="Check numbers"
      intro="Is a number on an opt-out list? Every vendor is read to its end before “Not found” is said."
    >
      <Card className="screen-only">
        <NumbersForm
          text={text}
          onText={setText}
          onCheck={() => void ask(text)}
          onIntent={() => void prefetch(zone)}
          running={running}
          problem={state.kind === 'nothing-to-check' ? PAGE_WORDS.nothingTyped : null}
          defaultCountry={defaultCountry}
        />
      </Card>
      <SetAside list={setAside} text={text} onBack={setText} />
      {state.kind === 'not-asked' && config.sandbox && <Examples onChoose={setText} />}
      {state.kind === 'not-loaded' && (
        <Message tone="error" live="alert" title={PAGE_WORDS.notLoaded.title}>
          <p>{PAGE_WORDS.notLoaded.meaning}</p>
          <p>{PAGE_WORDS.notLoaded.next}</p>
        </Message>
      )}
      {state.kind === 'reading-input' && <InputProgress done={state.done} total={state.total} onCancel={cancel} />}
      {(state.kind === 'running' || state.kind === 'finished') && (
        <OtherQuestion
          asked={{ text: asked, country: state.check.list.country }}
          now={{ text, country: defaultCountry }}
          onAsk={() => void ask(text)}
        />
      )}
      {(state.kind === 'running' || state.kind === 'finished') && (
        <Suspense fallback={running && <InputProgress done={0} total={0} onCancel={cancel} />}>
          <CheckResults
            check={state.check}
            rows={state.rows}
            header={state.header}
            running={running}
            zone={zone}
            onRetry={() => void retry()}
            onCancel={cancel}
          />
        </Suspense>
      )}
    </Page>
  );
}
