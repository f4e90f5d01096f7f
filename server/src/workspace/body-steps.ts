// Lines of code blocks that tell a model to use a tool, as agents write them: `Read: configs/x.yaml`, `Glob: **/*.py`.
import type { SectionContent } from '../syntax/body';
import type { LocalReference } from './references';

/** Words that begin such a line in other texts too, such as `Task: …` and `Skill: …`, are not among them. */
const step = /^[ \t]*(Read|Write|Edit|Glob|Grep|Bash|WebFetch|WebSearch):(?=[ \t]+\S)/gm;

/** A block is taken for such steps where it holds two of them or nothing else: one alone may be a line of YAML. */
export function stepReferences({ fences }: SectionContent, text: string): LocalReference[] {
  return fences.flatMap(({ info, span }) => {
    if (!isPlain(text.slice(info.start, info.end))) return [];
    const block = text.slice(span.start, span.end);
    const found = [...block.matchAll(step)];
    if (found.length === 0 || (found.length === 1 && linesIn(block) > 1)) return [];
    return found.map((match): LocalReference => {
      const name = match[1]!;
      const end = span.start + match.index + match[0].length - 1;
      return { kind: 'tool', name, form: 'tool-line', span: { start: end - name.length, end } };
    });
  });
}

/** No language, or one that says nothing. */
const isPlain = (info: string): boolean => /^(?:|text|txt|bash|sh|shell)$/i.test(info.trim());

/** Lines that are neither empty nor comments. */
const linesIn = (block: string): number => block.split('\n').filter(line => /^\s*(?!#)\S/.test(line)).length;
