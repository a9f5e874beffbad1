// Runs one program of the project after another, without standard input, and ends with it.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

import { root } from './machine.mjs';
import { whenToldToStop } from './told-to-stop.mjs';

const windows = process.platform === 'win32';
let running = null;

/** Ends the program that is running, and what it started: asked first, so that a browser is closed too, then by force. */
function endRunning() {
  if (running === null) process.exit(130);
  const signal = (name) => {
    try {
      if (windows) running?.kill(name);
      else if (running !== null) process.kill(-running.pid, name);
    } catch {
      // It has ended in between.
    }
  };
  signal('SIGINT');
  setTimeout(() => {
    signal('SIGKILL');
    process.exit(130);
  }, 5000).unref();
  running.once('exit', () => process.exit(130));
}

/** When told to stop, ends the whole command with 130. */
export function endWhenTold() {
  whenToldToStop(endRunning);
}

/**
 * Runs a command line such as `tsc -p .` (a program of node_modules/.bin or of the system; no quoting) and resolves to its
 * exit code. A variable given as undefined is unset. On POSIX it gets a process group of its own, so that nothing it starts can be left behind.
 */
export function run(line, environment = {}) {
  const [program, ...words] = line.split(' ');
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`;
  const child = spawn(program, words, {
    cwd: root,
    env: { ...process.env, PATH: path, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
    detached: !windows,
  });
  running = child;
  return new Promise((resolve) => {
    const end = (code) => {
      running = null;
      resolve(code ?? 1);
    };
    child.once('error', () => end(127));
    child.once('exit', end);
  });
}
