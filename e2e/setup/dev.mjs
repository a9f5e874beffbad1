// `npm run dev`: the same proxy and sandbox under Vite's dev server, with reload.
import { closeWhenTold, readyToListen } from './listening.mjs';
import { prepareMachine, root, stop } from './machine.mjs';

process.env.NODE_ENV = 'development';
prepareMachine();
const { announce } = await readyToListen('dev');
const { createServer } = await import('vite');

const server = await createServer({ root, clearScreen: false });
closeWhenTold(server);
try {
  await server.listen();
} catch (error) {
  stop(`The server could not start: ${error.message}.`);
}
announce();
