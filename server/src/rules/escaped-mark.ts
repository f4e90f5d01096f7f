// Marks of Markdown that an editor put backslashes before, so that they are shown.
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { perSection } from './per-section';
import { agentWith } from './samples';
import { proseOf } from './text-blocks';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'escaped-mark',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  roles: readsBody,
  summary: 'Stars of bold text, or the box of a task, with backslashes before them.',
  why:
    'Editors that show the text as it will look put a backslash before each mark that was typed or pasted. It is then shown as it ' +
    'stands: nothing is bold, and no task has a box.',
  source: 'CommonMark 0.31.2, section 2.4.',
  examples: [
    { bad: agentWith('Do <|\\*\\*never\\*\\*|> push.\n'), good: agentWith('Do **never** push.\n') },
    { bad: agentWith('- <|\\[ \\]|> Read.\n- <|\\[x]|> Plan.\n'), good: agentWith('- [ ] Read.\n- [x] Plan.\n') },
    { bad: agentWith('2 \\*\\* 3, \\*a\\*, src/\\*\\*/b/\\*\\*, `\\*\\*a\\*\\*` and \\[x] here.\n') },
  ],
  *check(document) {
    for (const section of document.body?.sections ?? []) {
      for (const { start, end, right } of escapedIn(document, section)) {
        const span = { start: section.start + start, end: section.start + end };
        yield {
          span,
          message: say('Behind backslashes these marks are shown as they stand; `{0}` is meant.', right),
          fixes: () => [changeTo(document, span, right, 'best')],
        };
      }
    }
  },
});

const escaped =
  /(?<![\w/\\])\\\*\\\*(?=[^\s*])[^*\n]*[^\s*\\]\\\*\\\*(?![\w/])|(?<=^[ \t]*[-*+] )\\\[[ xX]\\?\](?= )/gm;

const escapedIn = perSection((text, content) => {
  if (!text.includes('\\*\\*') && !text.includes('\\[')) return [];
  return [...proseOf(text, content).matchAll(escaped)].map(({ index, 0: all }) => {
    const end = index + all.length;
    return { start: index, end, right: text.slice(index, end).replace(/\\(?=[*[\]])/g, '') };
  });
});
