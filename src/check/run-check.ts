import type { InputRow } from '../lib/number-list';
import type { PublicConfig } from '../lib/public-config';
import type { Failure } from '../lib/reason';
import { REASON_WORDS } from '../lib/words';
import { createBreather } from '../lib/yield';
import type { AskedNumber, Provider } from '../providers/contract';
import { isUnderstood, toCheckRow, type CheckRow } from './check-rows';
import { ProviderBoard } from './check-board';
import type { QuestionList } from './questions';
import type { ProviderVerdict } from './verdict';
import { NUMBER_WORDS } from './words';

const NOT_ASKED: ProviderVerdict = { kind: 'waiting' };

/** Rows made between two looks at the clock: a few tenths of a millisecond. */
const ROWS_PER_STEP = 20;

/** A row as it was given out, and what it was made from. */
interface KeptRow {
  readonly from: readonly ProviderVerdict[];
  /** Without the line that gave the same number first. */
  readonly plain: CheckRow;
  readonly row: CheckRow;
}

/** One check: its questions, and one board of verdicts for each vendor. `runCheck` fills it; a page draws its rows. */
export class Check {
  readonly list: QuestionList;
  readonly providers: readonly Provider[];
  readonly config: PublicConfig;
  /** When it was asked first, ms UTC. */
  readonly startedAt: number;
  readonly boards: readonly ProviderBoard[];
  /** The rows as last given out: one whose verdicts are the same is the same object, so that only news is drawn. */
  #last: readonly KeptRow[] = [];
  /** When it was asked and asked again, ms UTC. */
  readonly #askings: number[];
  /** Places of the vendors that were asked. */
  readonly #asked = new Set<number>();
  /** Of those that were heard since they were asked last, in the order in which they were. */
  #heard: number[] = [];

  constructor(list: QuestionList, providers: readonly Provider[], config: PublicConfig, startedAt: number) {
    this.list = list;
    this.providers = providers;
    this.config = config;
    this.startedAt = startedAt;
    this.#askings = [startedAt];
    this.boards = providers.map(
      ({ id }) => new ProviderBoard(list.questions.length, config.vendors[id]?.configured === true),
    );
  }

  /** When it was asked last, ms UTC. */
  get askedAt(): number {
    return this.#askings.at(-1) ?? this.startedAt;
  }

  /** Which asking it is in, from 0. */
  get asking(): number {
    return this.#askings.length - 1;
  }

  /** Notes that what could not be checked is to be asked again now (ms UTC), by `runCheck`. */
  askAgain(now: number): void {
    this.#askings.push(now);
  }

  /** One row for each piece of the input, in its order, with the verdicts as they stand now. For few rows: it takes what it takes. */
  rows(): readonly CheckRow[] {
    const building = this.#build();
    for (;;) {
      const step = building.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same while the page lives on. A verdict that changes meanwhile is in the rows, or in those of the next call. */
  async rowsInSteps(breathe = createBreather()): Promise<readonly CheckRow[]> {
    const building = this.#build();
    for (;;) {
      const step = building.next();
      if (step.done === true) return step.value;
      await breathe();
    }
  }

  *#build(): Generator<undefined, readonly CheckRow[]> {
    const firstLines = new Map<string, number>();
    const last: KeptRow[] = [];
    for (const [index, input] of this.list.rows.entries()) {
      if (index % ROWS_PER_STEP === 0) yield;
      const question = this.list.questionOf[index] ?? null;
      const before = this.#last[index];
      // Nearly all rows are as they were: looked at often, hence without making anything.
      const known = before !== undefined && this.#isAsBefore(before, question);
      const { from, plain } = known ? before : this.#make(index, input, question);
      const row = markSame(plain, firstLines);
      last.push({ from, plain, row: known && before.row.sameAsLine === row.sameAsLine ? before.row : row });
    }
    this.#last = last;
    return last.map(({ row }) => row);
  }

  #verdictOf(board: ProviderBoard, question: number | null): ProviderVerdict {
    return question === null ? NOT_ASKED : (board.verdicts[question] ?? NOT_ASKED);
  }

  #isKept(board: ProviderBoard, question: number | null): boolean {
    return question !== null && board.isKept(question, this.asking);
  }

  #isAsBefore({ from, plain }: KeptRow, question: number | null): boolean {
    for (const [place, board] of this.boards.entries()) {
      if (from[place] !== this.#verdictOf(board, question)) return false;
      if (plain.kept[place] !== this.#isKept(board, question)) return false;
    }
    return true;
  }

  #make(index: number, input: InputRow, question: number | null): Pick<KeptRow, 'from' | 'plain'> {
    const from = this.boards.map((board) => this.#verdictOf(board, question));
    const kept = this.boards.map((board) => this.#isKept(board, question));
    return { from, plain: toCheckRow(index, input, from, kept) };
  }

  /** A vendor is asked (again), and not heard yet. For `runCheck`. */
  asks(place: number): void {
    this.#heard = this.#heard.filter((heard) => heard !== place);
    this.#asked.add(place);
  }

  /** A vendor has said something of some number. For `runCheck`. */
  hears(place: number): void {
    if (!this.#heard.includes(place)) this.#heard.push(place);
  }

  /** For each vendor its turn, from 0: those nobody asks, then as they were heard since they were asked, then those still read. */
  get turns(): readonly number[] {
    const places = this.boards.map((_, place) => place);
    const known = [...places.filter((place) => !this.#asked.has(place)), ...this.#heard];
    const order = [...known, ...places.filter((place) => !known.includes(place))];
    return places.map((place) => order.indexOf(place));
  }

  /** True when some answer could change by asking again. */
  get retryable(): boolean {
    return this.boards.some((board) => board.part.kind === 'done' && board.open().length > 0);
  }
}

/** Names the line that gave the same number first, however it was written there, unless only one of the two was understood. */
function markSame(row: CheckRow, firstLines: Map<string, number>): CheckRow {
  if (row.reading === null) return row;
  const number = isUnderstood(row.readings) ? row.reading.msisdn : `${row.reading.msisdn}?`;
  const first = firstLines.get(number);
  if (first === undefined) firstLines.set(number, row.line);
  return first === undefined ? row : { ...row, sameAsLine: first };
}

function bugFailure(error: unknown): Failure {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { reason: 'incomplete', message: REASON_WORDS.incomplete.meaning, detail };
}

/** The lookup's own code did not come: our server is not there. */
function notLoaded({ label }: Provider): Failure {
  return { reason: 'no-answer', message: NUMBER_WORDS.vendorNotAsked(label), detail: '' };
}

/**
 * Asks every configured vendor for every number of `check` that has no final answer yet: all of them the first time, only
 * those that could not be checked when called again ("Retry"), in the country the list was read in both times. Vendors are
 * asked side by side; one that fails spoils only its own answers. Resolves when all have answered; never rejects.
 */
export async function runCheck(
  check: Check,
  context: { readonly signal: AbortSignal; readonly onChange: () => void },
): Promise<void> {
  const { config } = check;
  await Promise.all(
    check.providers.map(async (provider, position) => {
      const board = check.boards[position];
      const vendor = config.vendors[provider.id];
      if (board === undefined || vendor === undefined || !vendor.configured) return;
      const indexes = board.open();
      const numbers = indexes.flatMap((index): AskedNumber[] => {
        const question = check.list.questions[index];
        return question === undefined ? [] : [question];
      });
      if (numbers.length === 0) return;
      board.start(indexes, check.asking);
      check.asks(position);
      context.onChange();
      try {
        const code = await provider.loadLookup().catch(() => null);
        if (code === null) {
          board.fail(indexes, notLoaded(provider));
          check.hears(position);
          return context.onChange();
        }
        const answer = await code.lookup(
          { numbers, vendor, config, defaultCountry: check.list.country },
          {
            signal: context.signal,
            onProgress: (progress) => {
              board.progress(progress);
              context.onChange();
            },
            onFound: (number, records) => {
              const index = indexes[number];
              if (index === undefined) return;
              board.found(index, records);
              check.hears(position);
              context.onChange();
            },
          },
        );
        await board.finish(indexes, numbers, answer);
      } catch (error) {
        board.fail(indexes, bugFailure(error));
      }
      check.hears(position);
      context.onChange();
    }),
  );
}
