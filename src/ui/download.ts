/**
 * Chunks are gathered into blobs of about this size, so that the browser can move them out of memory: a few ms of work each. In
 * characters.
 */
const PART_LENGTH = 1_000_000;

interface SaveFile {
  readonly name: string;
  /** MIME type, e.g. `text/csv;charset=utf-8`. */
  readonly type: string;
  readonly chunks: Iterable<string | Uint8Array<ArrayBuffer>> | AsyncIterable<string | Uint8Array<ArrayBuffer>>;
  readonly signal?: AbortSignal;
}

/**
 * Saves chunks as one file in the person's downloads. Nothing is saved when `signal` aborts first. Rejects with whatever
 * the chunks throw.
 */
export async function saveFile({ name, type, chunks, signal }: SaveFile): Promise<'saved' | 'cancelled'> {
  const parts: Blob[] = [];
  let waiting: (string | Uint8Array<ArrayBuffer>)[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    if (signal?.aborted === true) return 'cancelled';
    waiting.push(chunk);
    length += chunk.length;
    if (length >= PART_LENGTH) {
      parts.push(new Blob(waiting));
      waiting = [];
      length = 0;
    }
  }
  if (signal?.aborted === true) return 'cancelled';
  offer(new Blob([...parts, ...waiting], { type }), name);
  return 'saved';
}

function offer(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the file once it has begun; a minute is ample even for a slow disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
