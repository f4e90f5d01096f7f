// Messages to the client, each in one piece: the library writes head and body one after the other, and a client that
// wakes up for the head alone has to be woken twice. They are of ASCII alone, which both sides take byte by byte.
import type { Writable } from 'node:stream';
import {
  AbstractMessageWriter,
  type FullDocumentDiagnosticReport,
  type Message,
  type MessageWriter,
} from 'vscode-languageserver/node';

export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;
  /** The text of each finding that was told: with the next key most are told again, as the same objects. */
  readonly #told = new WeakMap<object, string>();
  #errors = 0;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on('error', (error: Error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Rejects where the stream takes no more. */
  write(message: Message): Promise<void> {
    const body = this.#textOf(message);
    return new Promise((resolve, reject) => {
      this.#stream.write(`Content-Length: ${body.length}\r\n\r\n${body}`, 'latin1', error => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#errors);
        reject(error);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }

  #textOf(message: Message): string {
    const { result } = message as { readonly result?: Partial<FullDocumentDiagnosticReport> | null };
    if (result?.kind !== 'full' || result.items === undefined) return ascii(message);
    const { items, ...report } = result;
    const findings = items.map(item => {
      const known = this.#told.get(item);
      if (known !== undefined) return known;
      const text = ascii(item);
      this.#told.set(item, text);
      return text;
    });
    const rest = ascii({ ...message, result: report });
    return `${rest.slice(0, -'}}'.length)},"items":[${findings.join(',')}]}}`;
  }
}

/** JSON in which other characters are escaped. */
const ascii = (value: object): string =>
  JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
