// What agents, skills and commands have in common with their siblings: keys, forms of values, sections. Counted when somebody asks.
import type { Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import { copy, Shared } from '../syntax/copy';
import { Marks, markOfWords } from './likeness';
import type { FileRecord } from './records';

/** Files of one role in one realm, and how many of them do what. */
export interface Crowd {
  readonly count: number;
  readonly keys: ReadonlyMap<string, Forms>;
  /** The keys that several files have: fewer than one file may have by itself. */
  readonly common: readonly string[];
  /** By heading, of those that more than one file has. */
  readonly sections: ReadonlyMap<string, number>;
  /** In how many files one key stands before another. */
  readonly before: (first: string, second: string) => number;
  /** Sorted, as all lists of them. */
  withKey(key: string): string[];
  withSection(heading: string): string[];
  /** Those whose description may hold all words that this file's has. */
  mayCover(uri: string): string[];
}

/** How many files have a key, and how many of them write its value as text, and how many as a list. */
export interface Forms {
  all: number;
  text: number;
  list: number;
}

/** What is kept of one file: words that others share, and four bytes a section. */
interface Facts {
  /** Its role and realm; empty where it does not count among its siblings. */
  readonly crowd: string;
  /** Its keys in order, each behind a letter for the form of its value. */
  readonly keys: string;
  /** Marks of its headings of the second level, two characters each. */
  readonly sections: string;
  /** A mark of the words of its description. */
  readonly words: string;
}

export class Habits {
  readonly #facts = new Map<string, Facts>();
  /** Open files that changed since somebody asked: their trees are at hand. */
  readonly #changed = new Set<string>();
  readonly #crowds = new Map<string, Crowd>();
  readonly #shared = new Shared();
  readonly #headings = new Headings();

  /** Takes a file as it now is, or its absence. `counts` tells whether it is one among its siblings. */
  take(uri: string, now: { record: FileRecord; document: Document; counts: boolean } | undefined): void {
    this.#changed.delete(uri);
    const before = this.#facts.get(uri);
    const after = now && hasSiblings(now.record) ? this.#read(now) : undefined;
    if (after) this.#facts.set(uri, after);
    else this.#facts.delete(uri);
    if (before && after && isSame(before, after)) return;
    for (const facts of [before, after]) if (facts) this.#crowds.delete(facts.crowd);
  }

  /** An open file changed: it is read when somebody asks, so that no key waits for it. */
  change(uri: string): void {
    this.#changed.add(uri);
  }

  get changed(): readonly string[] {
    return [...this.#changed];
  }

  /** The siblings of a file, itself among them; undefined where it is not one that counts. */
  crowd(uri: string): Crowd | undefined {
    const crowd = this.#facts.get(uri)?.crowd ?? '';
    return crowd === '' ? undefined : this.#named(crowd);
  }

  /** Those that would be the siblings of a file if it counted. */
  around({ role, realm }: FileRecord): Crowd {
    return this.#named(nameOf(role, realm));
  }

  #named(crowd: string): Crowd {
    const known = this.#crowds.get(crowd) ?? this.#count(crowd);
    this.#crowds.set(crowd, known);
    return known;
  }

  #read({
    record: { role, realm, definitions },
    document,
    counts,
  }: {
    record: FileRecord;
    document: Document;
    counts: boolean;
  }): Facts {
    const sections = headingsOf(document).map(heading => this.#headings.mark(heading));
    return {
      crowd: counts ? this.#shared.of(nameOf(role, realm)) : '',
      keys: this.#shared.of(copy(keysOf(document.data))),
      sections: [...new Set(sections)].join(''),
      words: markOfWords(definitions[0]?.description ?? ''),
    };
  }

  #count(crowd: string): Crowd {
    const files = [...this.#facts].filter(([, facts]) => facts.crowd === crowd);
    const tallied = tally(files.flatMap(([, facts]) => marksIn(facts.sections)));
    const sections = [...tallied].flatMap(([mark, count]): [string, number][] => {
      const heading = count > 1 ? this.#headings.named(mark) : undefined;
      return heading === undefined ? [] : [[heading, count]];
    });
    const where = (has: (facts: Facts) => boolean): string[] => {
      const found: string[] = [];
      for (const [uri, facts] of files) if (has(facts)) found.push(uri);
      return found.sort();
    };
    const orders = files.map(([, facts]) => facts.keys);
    const keys = sorted(formsOf(orders));
    let marks: Marks | undefined;
    return {
      count: files.length,
      keys,
      common: [...keys].flatMap(([key, { all }]) => (all > 1 ? [key] : [])),
      sections: sorted(sections),
      before: countOrders(orders),
      withKey: key => where(facts => readKeys(facts.keys).some(each => each.key === key)),
      withSection: heading => where(facts => marksIn(facts.sections).includes(markOf(heading))),
      mayCover: uri => {
        marks ??= new Marks(files.map(([, { words }]) => words));
        const covering = marks.covering(this.#facts.get(uri)!.words).map(at => files[at]![0]);
        return covering.filter(other => other !== uri).sort();
      },
    };
  }
}

/** Most files have the same keys in the same order, and are looked into together. */
function formsOf(all: readonly string[]): Map<string, Forms> {
  const found = new Map<string, Forms>();
  for (const [keys, count] of tally(all)) {
    for (const { key, form } of readKeys(keys)) {
      const forms = found.get(key) ?? { all: 0, text: 0, list: 0 };
      forms.all += count;
      if (form === 't') forms.text += count;
      if (form === 'l') forms.list += count;
      found.set(key, forms);
    }
  }
  return found;
}

/** The orders are looked into when somebody asks, and each pair of keys once. */
function countOrders(all: readonly string[]): Crowd['before'] {
  let orders: { readonly places: ReadonlyMap<string, number>; readonly count: number }[] | undefined;
  const known = new Map<string, number>();
  const count = (first: string, second: string): number => {
    orders ??= [...tally(all)].map(([keys, files]) => ({
      places: new Map(readKeys(keys).map(({ key }, place) => [key, place])),
      count: files,
    }));
    const fitting = orders.filter(({ places }) => places.get(first)! < places.get(second)!);
    return fitting.reduce((sum, order) => sum + order.count, 0);
  };
  return (first, second) => {
    const pair = `${first}\n${second}`;
    const found = known.get(pair) ?? count(first, second);
    known.set(pair, found);
    return found;
  };
}

function tally(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** In an order that does not tell which file was read first. */
const sorted = <T>(counts: Iterable<[string, T]>): Map<string, T> =>
  new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));

const isSame = (a: Facts, b: Facts): boolean =>
  a.crowd === b.crowd && a.keys === b.keys && a.sections === b.sections && a.words === b.words;

const nameOf = (role: string, realm: string): string => `${role} ${realm}`;

const hasSiblings = ({ role }: FileRecord): boolean => role === 'agent' || role === 'skill' || role === 'command';

/** The headings of the second level as they read, without marks. */
const headingsOf = ({ text, body }: Document): string[] =>
  (body?.sections ?? []).flatMap(({ start, content: { headings } }) =>
    headings.flatMap(({ level, span }) =>
      level === 2 ? [plainHeading(text.slice(start + span.start, start + span.end))] : [],
    ),
  );

export const plainHeading = (heading: string): string => heading.replace(/[*`]/g, '').replace(/\s+/g, ' ').trim();

function keysOf(data: Data | undefined): string {
  if (data?.is !== 'map') return '';
  const last = new Map(
    data.entries.flatMap(entry => (entry.colon === undefined ? [] : [[entry.key.text, entry.value]])),
  );
  return [...last].map(([key, value]) => `${formOf(value)}${key.replace(/\n/g, ' ')}`).join('\n');
}

/** `t`ext, `l`ist, list that holds a`n`other, `m`ap; `-` where it says nothing, so that it has no form. */
export function formOf(value: Data | undefined): 't' | 'l' | 'n' | 'm' | '-' {
  if (value === undefined || (value.is === 'scalar' && value.text.trim() === '')) return '-';
  if (value.is === 'list') {
    if (value.items.some(item => item.value?.is === 'list')) return 'n';
    return value.items.length === 0 ? '-' : 'l';
  }
  return value.is === 'map' ? 'm' : 't';
}

const readKeys = (keys: string): { readonly form: string; readonly key: string }[] =>
  keys === '' ? [] : keys.split('\n').map(each => ({ form: each[0]!, key: each.slice(1) }));

function marksIn(sections: string): string[] {
  const marks: string[] = [];
  for (let at = 0; at < sections.length; at += 2) marks.push(sections.slice(at, at + 2));
  return marks;
}

/** Most headings stand in one file alone: of these a mark is kept, and of the others the words too. */
class Headings {
  readonly #once = new Set<string>();
  readonly #names = new Map<string, string>();

  mark(heading: string): string {
    const mark = markOf(heading);
    if (this.#names.has(mark)) return mark;
    if (this.#once.delete(mark)) this.#names.set(mark, copy(heading));
    else this.#once.add(mark);
    return mark;
  }

  named(mark: string): string | undefined {
    return this.#names.get(mark);
  }
}

/** Two characters for a heading: of two headings that are not the same they are the same once in a billion. */
function markOf(heading: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < heading.length; at++) hash = Math.imul(hash ^ heading.charCodeAt(at), 0x01000193);
  return String.fromCharCode((hash >>> 15) & 0x7fff, hash & 0x7fff);
}
