// Messages from the client, each handed on as soon as it is whole: the library's reader waits for a turn of the event loop and four
// promises before each, and a key brings two. What is asked right behind a change of a text is answered in the same turn.
import type { Readable } from 'node:stream';
import {
  AbstractMessageReader,
  DidChangeTextDocumentNotification,
  Message,
  type DataCallback,
  type Disposable,
  type MessageReader,
  type MessageStrategy,
} from 'vscode-languageserver/node';

export class WholeMessageReader extends AbstractMessageReader implements MessageReader {
  readonly #stream: Readable;
  /** What came of a message that is not whole yet. */
  #chunks: Buffer[] = [];
  #length = 0;
  /** The bytes that the next message has with its head; unknown while that is not whole. */
  #wanted: Wanted | undefined;
  /** The change of a text that the next message follows, in what came in one piece. */
  #change: Message | undefined;
  /** The requests that came in one piece with the change before them. */
  readonly #behind = new WeakMap<Message, Message>();

  /** For the connection: without it a request behind a change would be held back for ever. */
  readonly strategy: MessageStrategy = {
    handleMessage: async (message, next) => {
      const behind = this.#behind.get(message);
      // The change is taken before its promise is given, so both are dealt with now.
      await Promise.all([next(message), behind && next(behind)]);
    },
  };

  constructor(stream: Readable) {
    super();
    this.#stream = stream;
  }

  listen(callback: DataCallback): Disposable {
    const take = (data: Buffer): void => this.#take(data, callback);
    this.#stream.on('data', take);
    this.#stream.on('error', (error: Error) => this.fireError(error));
    this.#stream.on('close', () => this.fireClose());
    return { dispose: () => this.#stream.off('data', take) };
  }

  #take(data: Buffer, callback: DataCallback): void {
    this.#chunks.push(data);
    this.#length += data.length;
    this.#change = undefined;
    while (this.#length > 0 && this.#length >= (this.#wanted?.end ?? 0)) {
      const bytes = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
      this.#keep(bytes);
      this.#wanted ??= this.#headOf(bytes);
      if (!this.#wanted || bytes.length < this.#wanted.end) return;
      const { start, end } = this.#wanted;
      this.#wanted = undefined;
      this.#keep(bytes.subarray(end));
      if (start < end) this.#read(bytes.toString('utf8', start, end), callback);
    }
  }

  #keep(bytes: Buffer): void {
    this.#chunks = bytes.length > 0 ? [bytes] : [];
    this.#length = bytes.length;
  }

  /** Undefined while it is not whole. One that tells no length is passed over. */
  #headOf(bytes: Buffer): Wanted | undefined {
    const at = endOfHead(bytes);
    if (at === undefined) return undefined;
    const start = at + 4;
    const head = bytes.toString('latin1', 0, at);
    const [, length] = /^content-length:[ \t]*(\d+)[ \t]*$/im.exec(head) ?? [];
    if (length === undefined) this.fireError(new Error(`A message came without its length:\n${head}`));
    return { start, end: start + Number(length ?? 0) };
  }

  #read(text: string, callback: DataCallback): void {
    try {
      const message = JSON.parse(text) as Message;
      const change = this.#change;
      this.#change = isChange(message) ? message : undefined;
      if (change && Message.isRequest(message)) this.#behind.set(change, message);
      else callback(message);
    } catch (error) {
      this.fireError(error);
    }
  }
}

const { method: didChange } = DidChangeTextDocumentNotification;

/** No other notification: the library deals with some at once, and what hangs on them would be lost. */
const isChange = (message: Message): boolean => Message.isNotification(message) && message.method === didChange;

/** Where a blank line begins; heads are of few bytes, which a loop has passed before a search has begun. */
function endOfHead(bytes: Buffer): number | undefined {
  for (let at = 0; at + 3 < bytes.length; at++)
    if (bytes[at] === 13 && bytes[at + 1] === 10 && bytes[at + 2] === 13 && bytes[at + 3] === 10) return at;
  return undefined;
}

/** Where the body of a message lies in the bytes that came. */
interface Wanted {
  readonly start: number;
  readonly end: number;
}
