// Reads commands of a shell for what is open where they end: quotes, `$(`, `${` and here-documents.

export type Opening = '"' | "'" | "$'" | '(' | '{' | '`' | '<<';

/** What is open where a text ends, the outermost first, and where it was opened. */
export interface Open {
  readonly mark: Opening;
  readonly at: number;
  /** The word that ends a here-document. */
  readonly word?: string;
}

const hereDocument = /<<-?[ \t]*(["']?)(\w+)\1/y;

/** What is open at the end of some commands; lines may be indented by so much, as those of a list are. */
export function openIn(code: string, margin: number): readonly Open[] {
  const open: Open[] = [];
  const documents: Open[] = [];
  let at = 0;
  while (at < code.length) {
    const mark = open.at(-1)?.mark;
    const one = code[at]!;
    if (one === '\n' && documents.length > 0 && mark !== '"' && mark !== "'") {
      const end = behindDocuments(code, at + 1, documents, margin);
      if (end === undefined) return [...open, documents[0]!];
      documents.length = 0;
      at = end;
    } else if (mark === "'") {
      if (one === "'") open.pop();
      at++;
    } else if (one === '\\') at += 2;
    else if (mark === "$'") {
      if (one === "'") open.pop();
      at++;
    } else if (one === '$' && /[({]/.test(code[at + 1] ?? '')) {
      open.push({ mark: code[at + 1] as Opening, at });
      at += 2;
    } else if (closes(mark, one)) {
      open.pop();
      at++;
    } else if (one === '"' || one === '`' || (one === '(' && mark === '(')) {
      open.push({ mark: one, at });
      at++;
    } else if (mark === '"') at++;
    else if (one === "'") {
      open.push({ mark: code[at - 1] === '$' ? "$'" : "'", at });
      at++;
    } else if (one === '#' && mark !== '{' && /[\s;(&|]/.test(code[at - 1] ?? ' ')) {
      const end = code.indexOf('\n', at);
      at = end < 0 ? code.length : end;
    } else if (one === '<' && mark !== '{') {
      hereDocument.lastIndex = at;
      const found = code[at - 1] === '<' ? null : hereDocument.exec(code);
      if (found) documents.push({ mark: '<<', at, word: found[2]! });
      at += found ? found[0].length : code.startsWith('<<<', at) ? 3 : 1;
    } else at++;
  }
  return open;
}

const closes = (mark: Opening | undefined, one: string): boolean =>
  mark === '(' ? one === ')' : mark === '{' ? one === '}' : mark === one;

/** Where the lines of here-documents end that begin at a place. */
function behindDocuments(code: string, from: number, documents: readonly Open[], margin: number): number | undefined {
  let at = from;
  for (const { word } of documents) {
    const end = new RegExp(`^(?:[ ]{0,${margin}}|\\t*)${word!}\\r?$`, 'gm');
    end.lastIndex = at;
    const found = end.exec(code);
    if (!found) return undefined;
    at = found.index + found[0].length;
  }
  return at;
}
