import { Server } from 'node:http';

import type { Connect, HttpServer, Plugin, PreviewServer, ViteDevServer } from 'vite';

import { ownHostNames } from './admission';
import type { Serving } from './headers';
import { setLimits } from './limits';
import type { Log } from './log';
import { answerMalformed } from './malformed';
import { createMiddleware, type Middleware } from './middleware';
import { type Sandbox, startSandbox } from './sandbox';
import { DEFAULT_PORT, type Settings, withSandbox } from './settings';

/** A target that names its server (RFC 9112 §3.2.2), as far as every parser of addresses reads it alike. */
const ABSOLUTE = /^https?:\/\/(?:[\da-z.-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:[/?].*)?$/i;

export interface PluginOptions {
  /** Default: standard output. */
  readonly log?: Log;
  readonly vendorTimeoutMs?: number;
}

/**
 * The server side in its Vite form: the same middleware, before all of Vite's own, in the dev server and in the preview server
 * that serves the built app. Starts the sandbox when the settings say so, and ends it with the server.
 */
export function serverSide(settings: Settings, { log = console.log, vendorTimeoutMs }: PluginOptions = {}): Plugin {
  let running: { readonly middleware: Middleware; readonly sandbox: Sandbox | null } | null = null;

  async function mount(server: ViteDevServer | PreviewServer, serving: Serving): Promise<void> {
    const sandbox = settings.sandbox ? await startSandbox() : null;
    const effective = sandbox === null ? settings : withSandbox(settings, sandbox.environment, Date.now());
    const timeout = vendorTimeoutMs === undefined ? {} : { vendorTimeoutMs };
    const middleware = createMiddleware({ settings: effective, sandbox, serving, log, ...timeout });
    running = { middleware, sandbox };
    // Vite has put its own host check before any plugin's turn: ours goes to the front, so that it answers alike everywhere.
    const handle: Connect.NextHandleFunction = middleware.handle;
    server.middlewares.stack.unshift({ route: '', handle });
    const httpServer: HttpServer | null = server.httpServer;
    if (!(httpServer instanceof Server)) return;
    // For a target that is no path connect passes all of its layers by, ours too (`*`), or throws, and with it the server ends
    // (`http://[/`). Under `/api` none is like this one: it is refused.
    httpServer.prependListener('request', (request) => {
      const target = request.url ?? '';
      if (!target.startsWith('/') && !(ABSOLUTE.test(target) && URL.canParse(target))) request.url = '/api/*';
    });
    setLimits(httpServer);
    answerMalformed(httpServer, log);
  }
  async function unmount(): Promise<void> {
    running?.middleware.close();
    await running?.sandbox?.close();
    running = null;
  }

  const common = { host: settings.host, strictPort: true, cors: false, allowedHosts: [...ownHostNames(settings.host)] };
  return {
    name: 'opt-out-lookup:server-side',
    apply: 'serve',
    config: () => ({
      server: { ...common, port: settings.port ?? DEFAULT_PORT.dev },
      preview: { ...common, port: settings.port ?? DEFAULT_PORT.start },
    }),
    configureServer: (server) => mount(server, 'dev'),
    configurePreviewServer: (server) => mount(server, 'built'),
    closeServer: unmount,
    closePreviewServer: unmount,
  };
}
