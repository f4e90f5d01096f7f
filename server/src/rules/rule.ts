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

/** What every rule says of itself, however it judges. */
interface About {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly severity: Severity;
  readonly reach: Reach;
  /** What alone changes what it says, so that other keys do not run it again: the `front matter`; the
   * `body`; the comments that silence rules, without which there is nothing to say; or names of these kinds,
   * as they are written, with inline code and all fields of the front matter but those that hold plain text or other names. */
  readonly reads?: 'front matter' | 'body' | 'suppressions' | readonly SymbolKind[];
  /** Where it judges each section of the body by its own text: typing then shows it those that changed as a body of their own.
   * `beside`: what it says of a section hangs on those beside it too. */
  readonly sections?: 'alone' | 'beside';
  /** Where a rule that reads the whole body tells what it reads of one section: nothing, where that is empty. While it is the same
   * for each section, the rule is not asked again. */
  readonly digest?: (document: Document, section: Section) => string;
  /** Whether it speaks of what a file shows, as well as of what it says: of samples whose marks end them too early nothing else does. */
  readonly samples?: true;
  /** What a section of the body holds in which the rule finds something, where it finds nothing elsewhere; its digest of other
   * sections is empty. */
  readonly needs?: Needs;
  /** Whether it reads marks, keys and places, not how words are spelt: where it finds nothing in a section, an entry or what else it
   * is asked of, it finds nothing either once letters come into a plain word of a text or go out of it, behind the word's second.
   * `in texts`: of names it reads how they are spelt. */
  readonly anyWords?: true | 'in texts';
  /** Where it reads the front matter: of a front matter that can be read it reads which keys there are, whether each holds a text or
   * a list, and the values of these keys alone. */
  readonly values?: readonly string[];
  /** Where few words matter to it: whether those of a line may, which is given with what stands around it. Where they may not, neither
   * before nor after letters came into a plain word of the line, and it found nothing, it finds nothing then. */
  readonly heeds?: (line: string, around: string) => boolean;
  /** Whether of the names that it reads those that nothing bears here change nothing, neither what it says of them nor of others. */
  readonly onlyFound?: true;
  /** The roles of the files that it is asked about; of all, where it does not say. */
  readonly roles?: (role: Role) => boolean;
  /** Off unless the configuration turns it on. */
  readonly off?: true;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** What happens because of it, with the fact's source and date. */
  readonly why: string;
  readonly source: string;
  readonly examples: readonly Example[];
  /** Where each reference is judged by itself: `check` then asks this of each, and typing asks it of new ones alone. */
  readonly references?: {
    readonly kind: SymbolKind;
    readonly check: (reference: Reference, document: Document, workspace: Workspace) => Finding | undefined;
  };
  /** Where each top-level entry of the front matter is judged by its own text: `check` then asks this of each, and typing
   * asks it of new ones alone. */
  readonly part?: (part: EntryPart, document: Document, workspace: Workspace) => Iterable<Finding>;
}

interface OfWhole extends About {
  check(document: Document, workspace: Workspace): Iterable<Finding>;
  readonly entry?: undefined;
}

/** Where each known key is judged by itself, by its value, the schema and whether the file loads. */
interface OfEntry extends About {
  readonly entry: (known: KnownEntry, document: Document, workspace: Workspace) => Iterable<Finding>;
}

export type Rule = OfWhole | OfEntry;

/** `bad` is a fixture whose `<|marked|>` spans must be reported. `good` is what the preferred (else first) fixes make of
 * it, or where no fix is marked a text that is clean. */
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
  /** Computed when asked: may seek nearest names, and look into other files where somebody can read them. */
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
