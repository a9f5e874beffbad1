/** A misbehaviour as the sandbox's own controls take it. */
export interface Fault {
  readonly kind: string;
  /** Let so many requests through first. */
  readonly after?: number;
  /** Misbehave so many times, then behave again. */
  readonly times?: number;
  readonly match?: string;
  readonly milliseconds?: number;
  readonly seconds?: number;
  readonly requests?: number;
  readonly megabytes?: number;
  readonly number?: string;
}

export interface VendorControl {
  readonly fault?: Fault | null;
  readonly latencyMs?: number;
  readonly behaviour?: Readonly<Record<string, unknown>>;
}

/** One request as a sandbox vendor received it. */
export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  /** Null for one that never got an answer. */
  readonly status: number | null;
  /** How long it took; null while it lasts. */
  readonly ms: number | null;
}

/** The sandbox's controls over HTTP: the same ones the banner on every page uses. */
export class SandboxControl {
  readonly #url: string;

  constructor(serverUrl: string) {
    this.#url = `${serverUrl}/api/sandbox`;
  }

  async #send(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.#url}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return text === '' ? null : JSON.parse(text);
  }

  async reset(): Promise<void> {
    await this.#send('DELETE', '');
  }

  async set(vendor: string, control: VendorControl): Promise<void> {
    await this.#send('PUT', `/${vendor}`, control);
  }

  async requests(vendor: string): Promise<readonly SeenRequest[]> {
    const seen = await this.#send('GET', `/${vendor}/requests`);
    return (Array.isArray(seen) ? seen : ((seen as { requests: unknown }).requests as unknown[])) as SeenRequest[];
  }

  async state(): Promise<unknown> {
    return this.#send('GET', '');
  }

  /** Whether this vendor has this misbehaviour at all. */
  async knows(vendor: string, kind: string): Promise<boolean> {
    const { faults } = (await this.#send('GET', '')) as {
      faults: readonly { kind: string; vendors: readonly string[] }[];
    };
    return faults.some((fault) => fault.kind === kind && fault.vendors.includes(vendor));
  }

  async get(path: string): Promise<unknown> {
    return this.#send('GET', path);
  }

  /** `at`: ms UTC; absent for now. */
  async addOptOut(
    vendor: string,
    optOut: { readonly number: string; readonly note?: string; readonly at?: number },
  ): Promise<void> {
    await this.#send('POST', `/${vendor}/opt-outs`, optOut);
  }
}
