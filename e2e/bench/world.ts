import { fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

const BENCH = fileURLToPath(new URL('../setup/bench.mjs', import.meta.url));

/** The product's server in a process of its own, as in life: its sandbox holds as many rows as the bench wants. */
export interface World {
  readonly origin: string;
  /** Requests that have reached Mobivate since `reset`. */
  readonly requests: () => Promise<number>;
  readonly reset: () => Promise<void>;
  readonly set: (vendor: string, control: unknown) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function send(url: string, method: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/**
 * Starts it with so many Mobivate opt-outs, each vendor answer delayed by `latencyMs`. `yields`: it leaves the processor to the
 * browser first, where the browser's own tasks are timed: in life the server and the vendors are other computers.
 */
export async function startWorld(
  mobivateRows: number,
  latencyMs: number,
  { yields = false }: { readonly yields?: boolean } = {},
): Promise<World> {
  const child = fork(BENCH, ['world', String(mobivateRows), String(latencyMs)]);
  const [origin] = (await once(child, 'message')) as [string];
  if (yields && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let before = 0;
  const count = async () => {
    const { vendors } = (await send(`${origin}/api/sandbox`, 'GET')) as { vendors: { id: string; requests: number }[] };
    return vendors.find(({ id }) => id === 'mobivate')?.requests ?? 0;
  };
  return {
    origin,
    requests: async () => (await count()) - before,
    reset: async () => {
      before = await count();
    },
    set: async (vendor, control) => {
      await send(`${origin}/api/sandbox/${vendor}`, 'PUT', control);
    },
    close: async () => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
