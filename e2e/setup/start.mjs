// `npm start`: install what is missing, build, serve the built app and its proxy. `--no-build` serves what is built already.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { closeWhenTold, readyToListen } from './listening.mjs';
import { prepareMachine, root, stop } from './machine.mjs';

process.env.NODE_ENV = 'production';
prepareMachine();
const { announce } = await readyToListen('start');
const { build, preview } = await import('vite');

if (!process.argv.includes('--no-build')) await build({ root, logLevel: 'warn' });
else if (!existsSync(join(root, 'dist', 'index.html'))) stop('There is nothing built yet: leave out --no-build.');

try {
  closeWhenTold(await preview({ root, logLevel: 'warn' }));
} catch (error) {
  stop(`The server could not start: ${error.message}.`);
}
announce();
