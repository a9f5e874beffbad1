import { ImpatientClock } from '../../src/http/__fixtures__/test-clock';
import { createGate } from '../../src/http/gate';
import type { Provider } from '../../src/providers/contract';
import { runLookup } from '../../src/providers/mobivate/check-lookup-run';
import { provider as mobivate } from '../../src/providers/mobivate/index';
import { createSession } from '../../src/providers/mobivate/session-shared';
import { createTextusGate } from '../../src/providers/textus/api';
import { provider as textus } from '../../src/providers/textus/index';
import { createLookup, createPorts } from '../../src/providers/textus/lookup';

/**
 * The vendors as a page load has them, before its first question: the real readers over real HTTP. Only waits between
 * attempts take no time.
 */
export function newPageLoad(origin: string, random: () => number): readonly Provider[] {
  const gate = createGate({ concurrency: 6, clock: new ImpatientClock(Date.now()) });
  const session = createSession({ baseUrl: `${origin}/api/mobivate`, gate, random });
  const ports = createPorts(createTextusGate(new ImpatientClock(Date.now())), origin);
  return [
    {
      ...mobivate,
      loadLookup: () =>
        Promise.resolve({
          lookup: (question, context) => runLookup(question, context, session, () => Date.now()),
        }),
    },
    { ...textus, loadLookup: () => Promise.resolve({ lookup: createLookup(ports) }) },
  ];
}
