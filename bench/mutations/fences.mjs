// Front matter as a whole: its fences, what stands before it, and marks of a merge left in it.
import { withFront } from './matching.mjs';
import { broken, linesOf } from './text.mjs';

const roles = ['agent', 'skill', 'command'];
const kept = ['agent', 'skill'];

export default [
  {
    name: 'closing fence lost',
    roles,
    apply: withFront(({ text, front }) => {
      // Readers that seek the end may take a later rule for it; without one the loss shows at the open fence or at the end.
      const lines = [front.close.line - 1];
      return broken(text, front.close.at, front.close.next, '', { also: [0, ...lines] });
    }),
  },
  {
    name: 'opening fence lost',
    roles: kept,
    apply: withFront(({ text, front }) => broken(text, 0, front.open.next, '')),
  },
  {
    name: 'blank line before the front matter',
    roles,
    // The fence itself is as right a place as the blank line.
    apply: withFront(({ text, pick }) => broken(text, 0, 0, pick(['\n', '\n\n']), { also: [1, 2] })),
  },
  {
    name: 'title before the front matter',
    roles: kept,
    restorable: false,
    apply: withFront(({ text, front }) => {
      const title = `# ${(front.key('name')?.value ?? 'About').replace(/["']/g, '')}\n\n`;
      return broken(text, 0, 0, title, { also: [2] });
    }),
  },
  {
    name: 'front matter in a code block',
    roles: kept,
    apply: withFront(({ text, front }) => {
      const block = text.slice(front.open.at, front.close.end);
      return broken(text, 0, front.close.end, `\`\`\`yaml\n${block}\n\`\`\``, { also: [1] });
    }),
  },
  {
    name: 'whole file in a code block',
    roles: kept,
    apply: withFront(({ text }) =>
      broken(text, 0, text.length, `\`\`\`markdown\n${text.trimEnd()}\n\`\`\`\n`, {
        also: [1],
        restorable: /[^\s]\n$/.test(text),
      }),
    ),
  },
  {
    name: 'line breaks of the front matter written as `\\n`',
    roles: kept,
    apply: withFront(({ text, front }) => {
      const block = text.slice(0, front.close.end);
      // What has `\n` in a value no longer tells which of them ended a line.
      return broken(text, 0, block.length, block.replaceAll('\n', '\\n'), { restorable: !block.includes('\\n') });
    }),
  },
  {
    name: 'closing fence of two hyphens',
    roles: kept,
    apply: withFront(({ text, front }) => broken(text, front.close.at, front.close.at + 3, '--', { also: [0] })),
  },
  {
    name: 'closing fence of four hyphens',
    roles: kept,
    apply: withFront(({ text, front }) => broken(text, front.close.at, front.close.at + 3, '----')),
  },
  {
    name: 'opening fence of four hyphens',
    roles: kept,
    apply: withFront(({ text }) => broken(text, 0, 3, '----')),
  },
  {
    name: 'opening fence is indented',
    roles: kept,
    apply: withFront(({ text, pick }) => broken(text, 0, 0, pick([' ', '  ']))),
  },
  {
    name: 'front matter is indented',
    roles: kept,
    apply: withFront(({ text, front }) => {
      const block = linesOf(text.slice(0, front.close.end)).map(line => `    ${line.text}`);
      return broken(text, 0, front.close.end, block.join('\n'), { also: [1], restorable: !text.includes('\r') });
    }),
  },
  {
    name: 'fences of TOML',
    roles: kept,
    apply: withFront(({ text, front }) => {
      const inner = text.slice(3, front.close.at);
      return broken(text, 0, front.close.at + 3, `+++${inner}+++`);
    }),
  },
  {
    name: 'dashes turned by an editor',
    roles: kept,
    // What a word processor makes of three hyphens.
    apply: withFront(({ text }) => broken(text, 0, 3, '—')),
  },
  {
    name: 'merge marks in the front matter',
    roles,
    apply: withFront(({ text, front, pick }) => {
      const key = pick(front.keys.filter(each => each.below.length === 0 && each.value.length > 3));
      if (!key) return undefined;
      const line = text.slice(key.at, key.next);
      const other = `${line.slice(0, -3)}s\n`;
      const put = `<<<<<<< HEAD\n${line}=======\n${other}>>>>>>> main\n`;
      // Each of the three marks is a right place.
      return broken(text, key.at, key.next, put, { also: [key.line + 2, key.line + 4] });
    }),
  },
];
