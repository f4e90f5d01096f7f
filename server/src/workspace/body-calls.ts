// Calls of tools in a body, `TaskUpdate({ … })`, and the skills that they name.
import { inputsIn } from './call-inputs';
import { withoutLookAlikes } from './look-alikes';
import type { LocalReference } from './references';

/** Names that stand for themselves; `<skill-name>` and `{{X}}` are placeholders. */
export const slug = /^[A-Za-z0-9][\w.-]*([/:][A-Za-z0-9][\w.-]*)*$/;

/** Where a call opens, or what would be one with a parenthesis before its brace. */
const opening = /[({]/g;
const skillArgument =
  /\(?\s*(?:\{?\s*(?:[\w]+\s*[:=]\s*[^,{}\n]{0,80},\s*){0,4}['"]?skill['"]?\s*[:=]\s*)?(['"`])([^'"`\n]{1,120})\1/y;

/** Where its file or folder lies, in place of its name: `.claude/skills/tdd/SKILL.md`. */
const pathOfSkill = /^[.~@]{0,2}\/?[\w.-]*\/?skills\/[\w./-]+$/;

export function callReferences(text: string): LocalReference[] {
  const found: LocalReference[] = [];
  for (const { index: end } of text.matchAll(opening)) {
    const name = nameBefore(text, end);
    if (name === undefined || !isCall(name, text, end)) continue;
    found.push(callOf(name, text, end - name.length));
    const skill = name === 'Skill' ? skillIn(text, end) : undefined;
    if (skill) found.push(skill);
  }
  return found;
}

/** The word with a capital that a parenthesis or brace stands behind. To look for those takes a fraction of the time that it takes
 * to look for words. */
function nameBefore(text: string, end: number): string | undefined {
  let start = end;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  const name = text.slice(start, end);
  return /^[A-Z]./.test(name) && !/\w/.test(text.charAt(start - 1)) ? name : undefined;
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

function callOf(name: string, text: string, start: number): LocalReference {
  const span = { start, end: start + name.length };
  const inputs = inputsIn(text, span.end).map(each => ({
    name: text.slice(each.start, each.end),
    at: each.start - start,
  }));
  return { kind: 'tool', name, form: 'tool-call', span, ...(inputs.length > 0 && { inputs }) };
}

function skillIn(text: string, open: number): LocalReference | undefined {
  const sticky = new RegExp(skillArgument);
  sticky.lastIndex = open;
  const value = sticky.exec(text);
  const name = value?.[2];
  if (!value || name === undefined || !(isName(name) || pathOfSkill.test(name))) return undefined;
  const end = open + value[0].length - 1;
  return { kind: 'skill', name, form: 'call', span: { start: end - name.length, end } };
}

/** With a letter that looks like another, or a mark before or behind it, it is meant for a name all the same. */
function isName(written: string): boolean {
  const bare = written.replace(/^@|,$/g, '');
  return slug.test(bare) || slug.test(withoutLookAlikes(bare));
}

function isCall(name: string, text: string, open: number): boolean {
  if (text[open] === '{') return lacksParenthesis(text, open);
  if (name === 'Skill' || /^\(\s*[{)]/.test(text.slice(open, open + 40))) return true;
  return startsAgent(name, text, open) || namesTask(name, text, open) || lacksBrace(text, open);
}

/** `Task(prompt=…)`, as it is written in other languages. */
const startsAgent = (name: string, text: string, open: number): boolean =>
  (name === 'Task' || name === 'Agent') && /^\(\s*\w+\s*=/.test(text.slice(open, open + 80));

/** `TaskGet(taskId)`, as calls of the tools for tasks are written in short. */
const namesTask = (name: string, text: string, open: number): boolean =>
  /^Task(?:Create|Get|List|Update)$/.test(name) && /^\([a-z]\w*[,:)]/.test(text.slice(open, open + 40));

/** `TaskUpdate( status: 'completed' })`. */
const lacksBrace = (text: string, open: number): boolean =>
  /^\([ \t]*\w+:[ \t]*['"](?:[^(){}\n]|\{[^{}\n]*\})*\}[ \t]*\)/.test(text.slice(open, open + 200));

/** `TaskUpdate{ status: 'completed' })`, where no other parenthesis of that line closes there. */
function lacksParenthesis(text: string, brace: number): boolean {
  if (!objectInCall.test(text.slice(brace, brace + reach))) return false;
  const before = text.slice(Math.max(0, brace - 200), brace);
  return !before.slice(before.lastIndexOf('\n') + 1).includes('(');
}

/** As far as a call without its parenthesis is read. */
const reach = 2000;
const quotedText = String.raw`'[^']*'|"[^"]*"|\`[^\`]*\``;
const objectInCall = new RegExp(
  String.raw`^\{\s*['"]?[a-z]\w*['"]?[ \t]*:(?:${quotedText}|[^(){}'"\`]|\{(?:${quotedText}|[^{}'"\`])*\})*\}[ \t]*\)`,
);
