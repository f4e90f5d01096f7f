// A regular expression of a stranger's, matched in time that grows with the text alone: all ways at once, none taken back.

/** Longer patterns, and those that repeat more, are not taken. */
const most = { characters: 500, repeats: 1000, steps: 4000, instructions: 1000 };

/** Steps that matching may cost; a text that would cost more is not judged. */
const mostWork = 200_000;

type Assertion = 'start' | 'end' | 'edge' | 'no-edge';

type Instruction =
  | { readonly is: 'one'; readonly test: number }
  | { readonly is: 'either'; readonly ways: number[] }
  | { readonly is: 'if'; readonly assertion: Assertion }
  | { readonly is: 'done' };

export interface LinearPattern {
  readonly program: readonly Instruction[];
  /** Each tells whether one character fits. */
  readonly tests: readonly RegExp[];
  /** Whether a character outside the basic plane counts as one. */
  readonly unicode: boolean;
}

/** Undefined for what is no regular expression, is too large, or looks around or back, which takes more than linear time. */
export function linearPattern(source: string): LinearPattern | undefined {
  if (source.length > most.characters) return undefined;
  const flags = ['u', ''].find(each => isPattern(source, each));
  if (flags === undefined) return undefined;
  // Without the flag these mean letters and braces, which nobody who writes them means.
  if (flags === '' && /\\[pPu]\{/.test(source)) return undefined;
  try {
    return new Compiler(source, flags).compile();
  } catch (error) {
    if (error instanceof NotLinear) return undefined;
    throw error;
  }
}

function isPattern(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false; // What is wrong with it is not asked: it is passed over.
  }
}

class NotLinear extends Error {}

type Node =
  | { readonly is: 'one'; readonly source: string }
  | { readonly is: 'if'; readonly assertion: Assertion }
  | { readonly is: 'row'; readonly parts: readonly Node[] }
  | { readonly is: 'choice'; readonly ways: readonly Node[] }
  | { readonly is: 'repeat'; readonly of: Node; readonly least: number; readonly most: number };

class Compiler {
  readonly #source: string;
  readonly #flags: string;
  readonly #program: Instruction[] = [];
  readonly #tests: string[] = [];
  #at = 0;
  #steps = most.steps;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
  }

  compile(): LinearPattern {
    const whole = this.#choice();
    if (this.#at < this.#source.length) throw new NotLinear();
    this.#write(whole);
    this.#program.push({ is: 'done' });
    const tests = this.#tests.map(source => new RegExp(`^(?:${source})$`, this.#flags));
    return { program: this.#program, tests, unicode: this.#flags === 'u' };
  }

  #choice(): Node {
    const ways = [this.#row()];
    while (this.#take('|')) ways.push(this.#row());
    return ways.length === 1 ? ways[0]! : { is: 'choice', ways };
  }

  #row(): Node {
    const parts: Node[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at]!)) parts.push(this.#repeated());
    return { is: 'row', parts };
  }

  #repeated(): Node {
    const of = this.#one();
    const counts = this.#match(/[*+?]|\{(\d+)(?:(,)(\d*))?\}/y);
    if (!counts) return of;
    this.#take('?');
    const [sign, from, comma, to] = counts;
    if (sign === '*' || sign === '+') return { is: 'repeat', of, least: sign === '+' ? 1 : 0, most: Infinity };
    if (sign === '?') return { is: 'repeat', of, least: 0, most: 1 };
    const least = Number(from);
    const upTo = comma === undefined ? least : to === '' ? Infinity : Number(to);
    if (least > most.repeats || (upTo !== Infinity && upTo > most.repeats)) throw new NotLinear();
    return { is: 'repeat', of, least, most: upTo };
  }

  #one(): Node {
    if (this.#take('^')) return { is: 'if', assertion: 'start' };
    if (this.#take('$')) return { is: 'if', assertion: 'end' };
    if (this.#match(/\\b/y)) return { is: 'if', assertion: 'edge' };
    if (this.#match(/\\B/y)) return { is: 'if', assertion: 'no-edge' };
    if (this.#match(/\((?:\?:|\?<[^=!>]*>|(?!\?))/y)) {
      const inner = this.#choice();
      if (!this.#take(')')) throw new NotLinear();
      return inner;
    }
    if (this.#source[this.#at] === '(' || this.#match(/\\(?:[1-9k]|0\d|c(?![A-Za-z]))/y)) throw new NotLinear();
    const whole = this.#flags === 'u' ? oneOfUnicode : oneOfUnits;
    const [source] = this.#match(whole) ?? [];
    if (source === undefined) throw new NotLinear();
    return { is: 'one', source: source === '{' ? '\\{' : source };
  }

  #take(sign: string): boolean {
    if (this.#source[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source) ?? undefined;
    if (found) this.#at += found[0].length;
    return found;
  }

  /** Repeated parts are written out, so each step is counted: a short pattern may ask for millions of them. */
  #write(node: Node): void {
    if (this.#steps-- <= 0 || this.#program.length > most.instructions) throw new NotLinear();
    switch (node.is) {
      case 'one':
        this.#program.push({ is: 'one', test: this.#test(node.source) });
        return;
      case 'if':
        this.#program.push({ is: 'if', assertion: node.assertion });
        return;
      case 'row':
        for (const part of node.parts) this.#write(part);
        return;
      case 'choice': {
        const ends: number[][] = [];
        const ways = this.#either();
        for (const way of node.ways) {
          ways.push(this.#program.length);
          this.#write(way);
          ends.push(this.#either());
        }
        for (const end of ends) end.push(this.#program.length);
        return;
      }
      case 'repeat':
        this.#repeat(node);
        return;
      default:
        return node satisfies never;
    }
  }

  #repeat({ of, least, most: upTo }: Node & { is: 'repeat' }): void {
    for (let count = 0; count < least; count++) this.#write(of);
    if (upTo === Infinity) {
      const at = this.#program.length;
      const ways = this.#either();
      ways.push(this.#program.length);
      this.#write(of);
      this.#either().push(at);
      ways.push(this.#program.length);
      return;
    }
    const leaving: number[][] = [];
    for (let count = least; count < upTo; count++) {
      const ways = this.#either();
      ways.push(this.#program.length);
      leaving.push(ways);
      this.#write(of);
    }
    for (const ways of leaving) ways.push(this.#program.length);
  }

  /** Where the ways lead is known later. */
  #either(): number[] {
    const ways: number[] = [];
    this.#program.push({ is: 'either', ways });
    return ways;
  }

  #test(source: string): number {
    const known = this.#tests.indexOf(source);
    return known >= 0 ? known : this.#tests.push(source) - 1;
  }
}

const escape = '\\\\(?:u\\{[^}]*\\}|u[\\da-fA-F]{4}|x[\\da-fA-F]{2}|c[A-Za-z]|[pP]\\{[^}]*\\}|[^pPkbB1-9])';
const set = '\\[(?:\\\\[^]|[^\\]\\\\])*\\]';
/** One character of a pattern, be it written as itself, by an escape or by a set. */
const oneOfUnicode = new RegExp(`${escape}|${set}|[^\\\\()|*+?]`, 'uy');
const oneOfUnits = new RegExp(`${escape.replace('u\\{[^}]*\\}|', '')}|${set}|[^\\\\()|*+?]`, 'y');

/** Whether the pattern is found in a text; undefined where finding out would take too long. */
export function isFoundIn({ program, tests, unicode }: LinearPattern, text: string): boolean | undefined {
  if (program.length * (text.length + 1) > mostWork) return undefined;
  const characters = unicode ? [...text] : text.split('');
  let now: number[] = [];
  for (let at = 0; at <= characters.length; at++) {
    const threads = reached(program, [...now, 0], characters, at);
    if (threads.done) return true;
    const character = characters[at];
    if (character === undefined) return false;
    const fits = tests.map((): boolean | undefined => undefined);
    now = [];
    for (const { index, test } of threads.ones) {
      fits[test] ??= tests[test]!.test(character);
      if (fits[test]) now.push(index + 1);
    }
  }
  return false;
}

/** All places in the program that some places lead to without a character, each once. */
function reached(
  program: readonly Instruction[],
  from: readonly number[],
  characters: readonly string[],
  at: number,
): { readonly ones: readonly { readonly index: number; readonly test: number }[]; readonly done: boolean } {
  const seen = new Set<number>();
  const open = [...from];
  const ones: { index: number; test: number }[] = [];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    const instruction = program[index]!;
    if (instruction.is === 'done') return { ones, done: true };
    if (instruction.is === 'one') ones.push({ index, test: instruction.test });
    else if (instruction.is === 'either') open.push(...instruction.ways);
    else if (holds(instruction.assertion, characters, at)) open.push(index + 1);
  }
  return { ones, done: false };
}

function holds(assertion: Assertion, characters: readonly string[], at: number): boolean {
  if (assertion === 'start') return at === 0;
  if (assertion === 'end') return at === characters.length;
  const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character);
  return (isWord(characters[at - 1]) !== isWord(characters[at])) === (assertion === 'edge');
}
