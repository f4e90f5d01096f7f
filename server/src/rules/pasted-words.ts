// The words by which assistants say that they left text out, and what chats write above a block of code.

/** Marks of a comment, a bracket or dots, then words, and perhaps the same again. */
const wrapped = /^(\/\/|\/\*|<!--|#{1,6}(?= )|[[(])?[*_ ]*(\.{3}|…)? ?(\w[\w ,'’-]{5,80}?\w) ?(\.{3}|…)?[*_ ]*(?:\*\/|-->|[\])])?$/; // prettier-ignore

const part = '(?:file|code|content|contents|document|agent|skill|prompt|instructions|text|command|sections?|lines|rules|steps|implementation|body)'; // prettier-ignore
const stays = '(?:(?: here)? (?:remains?|stays?|is|are|continues?))?(?: (?:exactly )?(?:unchanged|the same|as before|as is|as-is|untouched|intact))'; // prettier-ignore

const rest = new RegExp(`^(?:the )?(?:rest|remainder) of (?:the |this |your )?(?:\\w+ )?${part}(${stays})?$`, 'i');
const others = new RegExp(`^(?:(?:the|all|all the) )?(?:existing|previous|other|remaining) (?:\\w+ )?${part}${stays}$`, 'i'); // prettier-ignore
const keep = new RegExp(`^keep (?:the |all |your |all the )?(?:existing|previous|other|remaining|rest of the) (?:\\w+ )?${part}(?: here|${stays})?$`, 'i'); // prettier-ignore
const kept = new RegExp(`^keep (?:the |all |your |all the )?(?:existing|previous|other|remaining) ${part}(?: here| below| above|${stays})$`, 'i'); // prettier-ignore
/** What nobody writes as a sentence, in a comment of a program or of HTML. */
const existing = /^(?:your )?(?:existing|previous) (?:\w+ )?(?:code|content|sections?|implementation)$/i;
/** Whatever it is that stays as it was. */
const anything = new RegExp(`^(?:the )?(?:rest|remainder) of (?:the |this |your )?(?:\\w+ ){0,2}\\w+${stays}$`, 'i');

/** Every such line begins with a mark or dots; most lines do not. */
const beginsOddly = /^[/<#[(*_ .…]/;

/** Whether a line says that something stays as it was, where a reader of this text never saw it. */
export function standsForText(written: string): boolean {
  if (!beginsOddly.test(written)) return false;
  // `*[…]*` and `... (…) ...` are what they are without the marks around the words.
  const line = /^[*_]{1,2}\[|^(?:\.{3}|…) ?\(/.test(written)
    ? written.replace(/^[*_]{1,2}(\[.*\])[*_]{1,2}$/, '$1').replace(/^(\.{3}|…) ?\((.*)\) ?(\.{3}|…)$/, '$1 $2 $3')
    : written;
  const [, mark, first, words = '', last] = wrapped.exec(line) ?? [];
  const hasDots = first !== undefined || last !== undefined;
  if (mark === undefined && first === undefined) return false;
  const [isRest, says] = rest.exec(words) ?? [];
  if (isRest !== undefined) return says !== undefined ? mark !== '#' || hasDots : hasDots;
  if (others.test(words) || (mark === '[' && kept.test(words))) return true;
  return (
    hasDots &&
    (keep.test(words) || anything.test(words) || (/^(?:\/\/|<!--)$/.test(mark ?? '') && existing.test(words)))
  );
}

const button =
  /^(javascript|typescript|python|bash|shell|sh|json|ya?ml|html|css|scss|java|csharp|cpp|rust|ruby|php|sql|markdown|plaintext|powershell|swift|kotlin|jsx|tsx|xml|toml|dockerfile|diff|go) ?Copy code$/i;

/** The language in front of `Copy code`. */
export const languageOfButton = (line: string): string | undefined => button.exec(line)?.[1];

/** The name and the hour above a message of a chat, and the answer of an assistant that wrote nothing. */
const said =
  /^[A-Z][a-z]+ [A-Z][a-z]+ {1,2}\[\d{1,2}:\d{2}(?: ?[AP]M)?\]$|^I(?:'m|’m| am) sorry, but I (?:can't|can’t|cannot) (?:help|assist|comply|do that)\b.*$/;

/** Whether a line was said in a chat, and belongs to no text. */
export const isOfChat = (line: string): boolean => (line.endsWith(']') || line.startsWith('I')) && said.test(line);

/** What Claude Code shows of its work, what it tells the model besides, and what Git puts around the lines of a patch. */
const shown =
  /^(?:⏺ [A-Z]\w+\(.*\)|⎿ .*|… \+\d+ lines? \(ctrl\+[a-z] to expand\)|\[Request interrupted by user(?: for tool use)?\]|diff --git a\/\S+ b\/\S+|\\ No newline at end of file)$/; // prettier-ignore

/** Whether a program showed a line beside a text that was pasted with it. */
export const isOfTerminal = (line: string): boolean => /^[⏺⎿…[d\\]/.test(line) && shown.test(line);
