// What start and dev have in common: settings and port looked at before anything slow, one line saying where, a clean end.
import { createServer } from 'node:net';
import { join } from 'node:path';

import { root, stop } from './machine.mjs';
import { whenToldToStop } from './told-to-stop.mjs';

/** Why nothing can listen there, in one sentence; null when it is free. Node's error codes in people's words. */
export function portProblem(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', ({ code }) => resolve(listenProblem(code, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

function listenProblem(code, host, port) {
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken: stop what uses it, or set PORT to another one.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user: set PORT to one above 1023.`;
  return `Nothing can listen on ${host} (${code}): set HOST to a name or address of this machine, such as 127.0.0.1.`;
}

/**
 * Settings and port for a command (`start` or `dev`), or the end of it with one sentence. Returns the server side's module
 * and the settings with their port filled in.
 */
export async function readyToListen(command) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, 'src/server/index.ts'), { root, logLevel: 'error' });
  let settings;
  try {
    settings = module.readSettings(root);
  } catch (error) {
    if (error.name !== 'SettingError') throw error;
    stop(error.message);
  }
  const port = settings.port ?? module.DEFAULT_PORT[command];
  const problem = await portProblem(settings.host, port);
  if (problem !== null) stop(problem);
  return { announce: () => console.log(module.announcement(settings, port).join('\n')) };
}

const end = () => process.exit(0);

/**
 * When told to stop, closes the server (and with it the sandbox) and ends the process with 0, after 3 s in any case. A reader of the
 * log that has gone (`npm start | head`) does not stop it.
 */
export function closeWhenTold(server) {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  whenToldToStop(() => {
    process.exitCode = 0;
    setTimeout(end, 3000).unref();
    server.close().then(end, end);
  });
}
