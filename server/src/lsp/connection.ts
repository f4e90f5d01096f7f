// A connection over two streams, with the reader and the writer that suit one another.
import type { Readable, Writable } from 'node:stream';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { WholeMessageReader } from './reader';
import { WholeMessageWriter } from './writer';

export function connectionOver(input: Readable, output: Writable): Connection {
  const reader = new WholeMessageReader(input);
  return createConnection(ProposedFeatures.all, reader, new WholeMessageWriter(output), {
    messageStrategy: reader.strategy,
  });
}
