import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a vendor received: the request line's target, and the headers as they came, names untouched. */
export interface Received {
  readonly method: string;
  readonly target: string;
  readonly rawHeaders: readonly string[];
}

/** A vendor on loopback that writes down every request and answers as told. */
export interface RecordingVendor {
  readonly origin: string;
  readonly received: readonly Received[];
  /** How to answer from now on; default: an empty list. */
  answer: RequestListener;
  forget(): void;
  close(): Promise<void>;
}

const emptyList = (_request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
};

export async function startRecordingVendor(): Promise<RecordingVendor> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    received.push({ method: request.method ?? '', target: request.url ?? '', rawHeaders: request.rawHeaders });
    vendor.answer(request, response);
  });
  const vendor: RecordingVendor & { origin: string } = {
    received,
    origin: '',
    answer: emptyList,
    forget: () => {
      received.length = 0;
      vendor.answer = emptyList;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vendor.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return vendor;
}
