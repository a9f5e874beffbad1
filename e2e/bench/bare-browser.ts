import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A page without Playwright in it: its scripts, and the stack traces it has noted for every request, would be measured with the product. */
export interface BarePage {
  /** Resolves when the new document has taken the place of the old. */
  readonly goto: (url: string) => Promise<void>;
  /** Runs a function that closes over nothing inside the page; what it takes and gives must be JSON. */
  readonly evaluate: <Result, Taken = void>(
    inPage: (taken: Taken) => Result | Promise<Result>,
    taken?: Taken,
  ) => Promise<Result>;
  /** Puts the pointer there, and after `heldMs` presses for as long. */
  readonly press: (x: number, y: number, heldMs: number) => Promise<void>;
  /** Presses one key for `heldMs`: a character, or the name of a key (UI Events `key`). */
  readonly key: (key: string, heldMs: number) => Promise<void>;
  /** Marks all that stands in the field with the focus. */
  readonly selectAll: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** The virtual key codes of the keys that write nothing (UI Events, "Fixed virtual key codes"). */
const KEY_CODES: Readonly<Record<string, number>> = { Enter: 13, Escape: 27 };

/** How long the browser is left alone after its start, ms. */
const SETTLED_MS = 3000;

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-pipe',
];

/** Starts a browser and speaks the DevTools protocol with it over a pipe: a window of 1280 × 800, processor slowed down `slowDown` times. */
export async function openBarePage(executablePath: string, slowDown: number): Promise<BarePage> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-'));
  const browser = spawn(executablePath, [...ARGUMENTS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise((resolve) => browser.once('exit', resolve));
  const send = speak(browser.stdio[3] as Writable, browser.stdio[4] as Readable);
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const tell = (method: string, parameters: object) => send(method, parameters, String(sessionId));
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const mouse = (type: string, x: number, y: number) =>
    tell('Input.dispatchMouseEvent', { type, x, y, button: type === 'mouseMoved' ? 'none' : 'left', clickCount: 1 });

  await tell('Emulation.setDeviceMetricsOverride', { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false });
  await tell('Emulation.setTimezoneOverride', { timezoneId: 'UTC' });
  await tell('Emulation.setFocusEmulationEnabled', { enabled: true });
  await tell('Emulation.setCPUThrottlingRate', { rate: slowDown });
  // A person's browser has long been started: what its own start has the processor do is not the page's.
  await wait(SETTLED_MS);

  return {
    goto: async (url) => void (await tell('Page.navigate', { url })),
    evaluate: async <Result, Taken>(inPage: (taken: Taken) => Result | Promise<Result>, taken?: Taken) => {
      const expression = `(${inPage.toString()})(${taken === undefined ? '' : JSON.stringify(taken)})`;
      const answer = await tell('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (answer['exceptionDetails'] !== undefined) throw new Error(JSON.stringify(answer['exceptionDetails']));
      return (answer['result'] as { readonly value: Result }).value;
    },
    press: async (x, y, heldMs) => {
      await mouse('mouseMoved', x, y);
      await wait(heldMs);
      await mouse('mousePressed', x, y);
      await wait(heldMs);
      await mouse('mouseReleased', x, y);
    },
    key: async (key, heldMs) => {
      const text = key === 'Enter' ? '\r' : key;
      const one = { key, windowsVirtualKeyCode: KEY_CODES[key] ?? key.charCodeAt(0) };
      await tell('Input.dispatchKeyEvent', { type: 'keyDown', ...one, ...(key !== 'Escape' && { text }) });
      await wait(heldMs);
      await tell('Input.dispatchKeyEvent', { type: 'keyUp', ...one });
    },
    selectAll: async () =>
      void (await tell('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'a', commands: ['selectAll'] })),
    close: async () => {
      await send('Browser.close', {});
      await exited;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Asks and answers, JSON with a null after each (DevTools protocol, `--remote-debugging-pipe`). */
function speak(output: Writable, input: Readable) {
  const waiting = new Map<number, (answer: Answer) => void>();
  let unread = '';
  input.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (unread + chunk).split('\0');
    unread = messages.pop() ?? '';
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id === undefined) continue;
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    }
  });
  let last = 0;
  return async (method: string, params: object, sessionId?: string) => {
    last += 1;
    const id = last;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      output.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
    });
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result ?? {};
  };
}
