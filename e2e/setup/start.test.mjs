import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { root } from './machine.mjs';

/** Runs a command of this folder with these settings until it ends; its exit code and what it printed. */
async function runCommand(name, settings) {
  const environment = { ...process.env, ...settings, SANDBOX: settings.SANDBOX ?? '1' };
  const child = spawn(process.execPath, [join('e2e', 'setup', name)], { cwd: root, env: environment });
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr']) child[stream].on('data', (chunk) => (text[stream] += chunk));
  const [code] = await once(child, 'close');
  return { code, ...text };
}

test.each(['start.mjs', 'dev.mjs'])('%s ends with one sentence that names the bad setting', async (name) => {
  expect(await runCommand(name, { PORT: 'abc' })).toEqual({
    code: 1,
    stdout: '',
    stderr: 'PORT is "abc", but it must be a port number from 1 to 65535.\n',
  });
});

test.each(['start.mjs', 'dev.mjs'])('%s takes no other port than the one it was given', async (name) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address();
  const { code, stderr } = await runCommand(name, { PORT: String(port) });
  other.close();
  expect([code, stderr]).toEqual([
    1,
    `Port ${port} on 127.0.0.1 is taken: stop what uses it, or set PORT to another one.\n`,
  ]);
});

test('an address that is not of this machine is one sentence too', async () => {
  const { code, stderr } = await runCommand('start.mjs', { HOST: 'name.invalid' });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Nothing can listen on name\.invalid \(E[A-Z_]+\): set HOST to .*\.\n$/);
});

test('a reader of the log that has gone does not take the server with it', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  const environment = { ...process.env, SANDBOX: '1', PORT: String(port) };
  const child = spawn(process.execPath, [join('e2e', 'setup', 'dev.mjs')], { cwd: root, env: environment });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.stderr.destroy();
  const statuses = [];
  for (let question = 0; question < 3; question += 1) {
    // Each is logged, and nobody is there to read it.
    const answer = await fetch(`http://127.0.0.1:${port}/api/nothing`);
    statuses.push(answer.status);
  }
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect([...statuses, code]).toEqual([404, 404, 404, 0]);
});
