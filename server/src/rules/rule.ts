// What a rule is: what is wrong, why it matters, how to find it, how to mend it, and examples that run as tests.
import type { Section } from '../syntax/body';
import type { Document } from '../syntax/document';
import type { EntryPart } from '../syntax/entries';
import type { Span } from '../syntax/span';
import type { Message } from '../workspace/message';
import type { Workspace } from '../workspace/workspace';
import type { SymbolKind } from '../dialects/dialect';
import type { Role } from '../workspace/classify';
import type { Facet, Reference } from '../workspace/symbols';
import type { KnownEntry } from './fields';
import type { Needs } from './needs';

/** error: proven to be dropped or rejected; warning: something else happens than the file says;
 * information: portability or size; hint: faded, not in the Problems list. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** `document`: reads the file alone. `names`: also the facets of what the file names. `repository`: everything; runs on idle. */
export type Reach = 'document' | 'repository' | { readonly names: readonly Facet[] };

/** What every rule tells about itself, in whatever way it judges. */
interface About {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly severity: Severity;
  readonly reach: Reach;

  // When a key is typed, a rule is asked again only where its answer may have changed. The following tell when that is. Each is a
  // promise about what the rule reads: the less it reads, the less a key costs. `test/corpus/typing.test.ts` holds them to it.

  /** All that its answer depends on: the `front matter`; the `body`; the comments that silence rules (`suppressions`); or names of
   * these kinds, as they are written, and with them inline code and the keys of the front matter, but for those that hold plain text
   * or names of other kinds. A rule that does not say is asked at every key. */
  readonly reads?: 'front matter' | 'body' | 'suppressions' | readonly SymbolKind[];
  /** For a rule that judges each section of the body by its text alone: only sections that changed are judged again, each as if it were
   * the whole body. `beside`: its answer for a section depends on the neighbouring sections too. */
  readonly sections?: 'alone' | 'beside';
  /** For a rule that reads the whole body: what it reads of one section, as text; empty, where the section does not matter to it. While
   * this is the same for each section, the rule is not asked again. */
  readonly digest?: (document: Document, section: Section) => string;
  /** The marks that a section must hold for the rule to find anything in it. It is not asked about a section without them, and its digest
   * of such a section is empty. */
  readonly needs?: Needs;
  /** For a rule that reads marks, keys and places, and not how words are spelt. Where it found nothing it is not asked again after letters
   * were typed into a plain word, behind its second letter, or deleted from one. `in texts`: this holds for texts, but in lists of names
   * the rule reads how they are spelt. */
  readonly anyWords?: true | 'in texts';
  /** The keys of the front matter whose values it reads. Of all other keys it reads only whether they are there and whether each holds a
   * text or a list. */
  readonly values?: readonly string[];
  /** For a rule that few words matter to: whether the words of this line may, which is given with the text around it. After letters of one
   * plain word changed, a rule that found nothing is asked again only if this holds for the line before the change or after it. */
  readonly heeds?: (line: string, around: string) => boolean;
  /** For a rule that reads names: those that nothing here bears make no difference to what it finds. */
  readonly onlyFound?: true;
  /** The roles of the files that it is asked about; all of them, where it does not say. */
  readonly roles?: (role: Role) => boolean;

  /** Whether it also judges what stands in a code block that shows other blocks and that one of those ends too early. Findings of other
   * rules in there are dropped, since they would judge what is only shown. */
  readonly samples?: true;
  /** Off unless the configuration turns it on. */
  readonly off?: true;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** What happens because of it, with the fact's source and date. */
  readonly why: string;
  readonly source: string;
  readonly examples: readonly Example[];
  /** For a rule that judges each reference by itself: `check` asks this about each one, typing about new ones only. */
  readonly references?: {
    readonly kind: SymbolKind;
    readonly check: (reference: Reference, document: Document, workspace: Workspace) => Finding | undefined;
  };
  /** For a rule that judges each top-level entry of the front matter by its own text: `check` asks this about each one, typing about
   * new ones only. */
  readonly part?: (part: EntryPart, document: Document, workspace: Workspace) => Iterable<Finding>;
}

interface OfWhole extends About {
  check(document: Document, workspace: Workspace): Iterable<Finding>;
  readonly entry?: undefined;
}

/** A rule that judges each known key by itself: by its value, its schema, and whether the file loads. */
interface OfEntry extends About {
  readonly entry: (known: KnownEntry, document: Document, workspace: Workspace) => Iterable<Finding>;
}

export type Rule = OfWhole | OfEntry;

/** `bad` is a fixture, of which exactly the `<|marked|>` spans must be reported. `good` is what the preferred fixes make of it, or
 * the first ones where none is preferred; the rule then finds nothing in it. */
export interface Example {
  readonly bad: string;
  readonly good?: string;
}

export interface Finding {
  readonly span: Span;
  readonly message: Message;
  /** Where this finding is graver or lighter than the rule's own severity. */
  readonly severity?: Severity;
  /** `unused` is shown faded, `deprecated` struck through. */
  readonly tag?: 'unused' | 'deprecated';
  /** Other places that belong to it. */
  readonly related?: readonly { readonly uri: string; readonly span: Span; readonly message: Message }[];
  /** Computed only when somebody asks for fixes: this may search for the nearest names, and look into other files if `read` is given. */
  readonly fixes?: (read?: Read) => readonly Fix[];
}

/** The tree of a file, open or closed. */
export type Read = (uri: string) => Document | undefined;

export interface Fix {
  /** In the imperative: «Change to `Read`». */
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** Safe fixes change nothing but what is wrong, and are applied by fix-all. */
  readonly safe: boolean;
  /** The one obvious answer. At most one of a finding's fixes. */
  readonly preferred?: true;
}

/** A change of one file; a file that does not exist is created with `text` where `create` is set; a file or folder gets the
 * place `moveTo`. A fix that moves one holds no other edit. */
export type Edit =
  | { readonly uri: string; readonly span: Span; readonly text: string }
  | { readonly uri: string; readonly create: string }
  | { readonly uri: string; readonly moveTo: string };

export const defineRule = (rule: Rule): Rule => rule;

/** A rule that judges each reference of a kind by itself. */
export const defineReferenceRule = (rule: About & { readonly references: NonNullable<About['references']> }): Rule => ({
  ...rule,
  *check(document, workspace) {
    for (const reference of workspace.references(document, rule.references.kind)) {
      const finding = rule.references.check(reference, document, workspace);
      if (finding) yield finding;
    }
  },
});

/** A rule that judges each top-level entry of the front matter by its own text. */
export const definePartRule = (rule: About & { readonly part: NonNullable<About['part']> }): Rule => ({
  ...rule,
  *check(document, workspace) {
    for (const part of document.parts) yield* rule.part(part, document, workspace);
  },
});

/** A rule that judges each known key of the front matter by itself. */
export const defineEntryRule = (rule: OfEntry): Rule => rule;

export { render, say, type Message } from '../workspace/message';
