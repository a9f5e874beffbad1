import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A port nobody listens on right now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}

/** The running product, as a person would have started it. */
export interface RunningServer {
  readonly url: string;
  /** Everything it printed so far, standard output and error together. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** Settings of the machine that must not leak into a test's product. */
const SETTINGS = /^(HOST|PORT|SANDBOX|MOBIVATE_|TEXTUS_|DEFAULT_)/;

/** `npm start` on the files already built, with these settings and no others; resolves when it answers. */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const port = settings['PORT'] ?? String(await freePort());
  const inherited = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name));
  const child: ChildProcess = spawn(process.execPath, ['e2e/setup/start.mjs', '--no-build'], {
    cwd: root,
    env: { ...Object.fromEntries(inherited), ...settings, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The product did not start:\n${output}`);
    const answer = await fetch(`${url}/api/config`).catch(() => null);
    if (answer?.ok === true) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
