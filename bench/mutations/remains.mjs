// What a paste, a chat, a tool or another program leaves behind, and what two strangers to the rules broke besides.
import { jsonRoles } from './json.mjs';
import { inProse, inText, oneKey, roles, withBody, withFront } from './matching.mjs';
import { anySlip, broken, entriesOf, linesOf } from './text.mjs';
import { oneNode, valueOf } from './settings.mjs';

/** A line put between two paragraphs: what follows the last line break of a file is no blank line between any. */
const between = (name, lines, more, says = () => ({})) => ({
  name,
  roles,
  restorable: false,
  ...more,
  apply: withBody(file => {
    const { text, body, pick } = file;
    const places = body.prose.filter(({ text: line, next }, i, all) => line === '' && next <= text.length && i > 0 && all[i - 1].text !== '' && all[i - 1].block === undefined); // prettier-ignore
    const place = pick(places);
    if (!place) return undefined;
    return { ...broken(text, place.next, place.next, `${pick(lines)}\n\n`), line: place.line + 1, ...says(file) };
  }),
}); // prettier-ignore

/** A line put at the end of the file. */
const atEnd = (name, lines) => ({
  name,
  roles,
  apply: withBody(({ text, pick }) => {
    const trimmed = text.trimEnd();
    return { ...broken(text, trimmed.length, text.length, `\n\n${pick(lines)}\n`), line: linesOf(trimmed).length + 1 };
  }),
});

/** One match in a line of prose, code and all. */
const inLine = (pattern, cut) => inProse(pattern, cut, { code: true });

/** Numbered items that stand one below the other, from the second to the last but one. */
const inList = (name, make, more) => ({
  name,
  roles,
  ...more,
  apply: withBody(({ text, body, pick }) => {
    const number = line => Number(/^(\d+)\. \S/.exec(line?.text ?? '')?.[1]);
    const items = body.prose.filter((line, i, all) => number(line) >= 3 && number(all[i - 1]) === number(line) - 1 && number(all[i - 2]) === number(line) - 2 && number(all[i + 1]) === number(line) + 1); // prettier-ignore
    const item = pick(items);
    return item && make(item, number(item), { text, body });
  }),
});

/** A line put behind a key of front matter. */
const behindKey = (name, lines) => ({
  name,
  roles: ['agent', 'skill', 'command'],
  apply: oneKey(
    key => key.below.length === 0,
    ({ text, key, pick }) => ({ ...broken(text, key.next, key.next, `${pick(lines)}\n`), line: key.line + 1 }),
  ),
});

const toolsOf = front => entriesOf(front.key('tools') ?? front.key('allowed-tools'));

const isCommand = (node, path) => valueOf(node) && /^hooks\/\w+\/\*\/hooks\/\*\/command$/.test(path);

export default [
  between('text of a prompt for what was pasted', ['[Pasted text #1 +23 lines]', '[Pasted text #2 +8 lines]']),
  between('line for text that was left out', [
    '[... rest of the file remains unchanged ...]',
    '<!-- ... keep existing content ... -->',
    '// ... rest of code unchanged',
  ]),
  between('button of a chat above code', ['javascriptCopy code', 'bashCopy code', 'pythonCopy code']),
  between('head of a patch', ['@@ -12,7 +12,9 @@', '@@ -1,4 +1,6 @@']),
  between('numbers of a reader of files', ['    16→## Next\n    17→\n    18→Go on.']),
  between('mark of a merge in an item', ['   <<<<<<< HEAD', '   >>>>>>> main']),
  // Where a file has none of its own, this is its front matter, and it is missed on the first line.
  between(
    'front matter of another file',
    ['---\nname: release-notes\ndescription: Writes the notes of a release.\n---'],
    {},
    ({ front, role }) => (front || role === 'companion' ? {} : { also: [0] }),
  ),
  between('place of a template', ['[INSERT DESCRIPTION HERE]', 'Lorem ipsum dolor sit amet.'], {
    roles: ['agent', 'skill', 'command'],
  }),
  atEnd('offer of an assistant at the end', [
    'Would you like me to adjust the tone of this file?',
    "Let me know if you'd like any changes!",
  ]),
  atEnd('end of a file in a terminal', ['EOF', ':wq']),
  {
    name: 'hyphens below a sentence',
    roles,
    restorable: false,
    apply: inLine(/^(?![-*+>#|\d\s<`]).{20,}[.!?]$/g, ([{ length }], _, { line }) => [
      length,
      length,
      '\n---',
      { also: [line + 1] },
    ]),
  },
  {
    name: 'line break of a program',
    roles,
    apply: inLine(/(?<=[a-z])\. (?=[A-Z])/g, () => [0, 2, '.\\n\\n']),
  },
  {
    name: 'line break of a program between two items',
    roles,
    apply: inText(/(?<=\n- [A-Z][^\n`"]*[a-z])\n(?=- [A-Z])/g, () => [0, 1, '\\n']),
  },
  {
    name: 'arguments in full width',
    roles: ['command'],
    apply: inLine(/(?<!\\)\$ARGUMENTS\b/g, () => [0, 1, '＄']),
  },
  inList('two items of one number', (item, number, { text }) =>
    broken(text, item.at, item.at + String(number).length, String(number - 1), {
      also: [item.line + 1, item.line - 1],
    }),
  ),
  inList(
    'item taken out of a numbered list',
    (item, number, { text }) => broken(text, item.at, item.next, '', { also: [item.line + 1] }),
    { restorable: false },
  ),
  {
    name: 'heading of a step taken out',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const step = line => /^(#+ (?:Step|Phase) )(\d+)\b(?![.\w–-])/.exec(line.text);
      const steps = body.prose.filter(step);
      const found = pick(
        steps.filter((line, i) => i > 0 && i < steps.length - 1 && Number(step(line)[2]) === Number(step(steps[i - 1])[2]) + 1 && Number(step(steps[i + 1])[2]) === Number(step(line)[2]) + 1), // prettier-ignore
      );
      if (!found || steps.length < 4) return undefined;
      const end = steps[steps.indexOf(found) + 1].at;
      return { ...broken(text, found.at, end, ''), also: [found.line + 1] };
    }),
    restorable: false,
  },
  {
    name: 'path in a command misspelt',
    roles,
    apply: withBody(({ text, body, pick, repo, path }) => {
      const blocks = body.lines.filter(line => /^(?:bash|sh|shell)$/.test(line.block?.info ?? ''));
      const found = blocks.flatMap(line =>
        [...line.text.matchAll(/(?<=\s)(?:[\w.-]+\/)+[\w-]+\.(?:md|js|cjs|mjs|py|sh|json)(?=\s|$)/g)]
          .filter(
            ([file]) => repo.paths?.has(file) || repo.paths?.has(`${path.split('/').slice(0, -1).join('/')}/${file}`),
          )
          .map(match => ({ line, match })),
      );
      const one = pick(found);
      if (!one) return undefined;
      const [file] = one.match;
      const name = file
        .split('/')
        .at(-1)
        .replace(/\.\w+$/, '');
      const word = name.length > 5 ? anySlip(name, pick) : undefined;
      const at = one.line.at + one.match.index + file.lastIndexOf(name);
      return word && broken(text, at, at + name.length, word);
    }),
  },
  behindKey('comment of a program in the front matter', ['// for later', '/* for later */']),
  behindKey('tag that a program left in the front matter', ['</parameter>', '</content>']),
  {
    name: 'name as HTML writes it',
    roles: ['agent', 'skill'],
    restorable: false,
    apply: withFront(({ text, front: matter }) => {
      const key = matter.key('name');
      return key && broken(text, key.valueAt, key.valueEnd, `&quot;${key.value}&quot;`);
    }),
  },
  {
    name: 'parentheses behind a tool of an agent',
    roles: ['agent'],
    apply: withFront(({ text, front: matter, pick }) => {
      const entry = pick(toolsOf(matter).filter(({ word }) => /^(?:Bash|Read|Write|Edit)$/.test(word)));
      return entry && broken(text, entry.end, entry.end, entry.word === 'Bash' ? '(git:*)' : '(src/**)');
    }),
  },
  {
    name: 'skill that nobody can start',
    roles: ['skill'],
    restorable: false,
    apply: withFront(({ text, front: matter }) => {
      if (matter.key('user-invocable') || matter.key('disable-model-invocation')) return undefined;
      const at = matter.close.at;
      return { ...broken(text, at, at, 'disable-model-invocation: true\nuser-invocable: false\n'), also: [matter.close.line, matter.close.line + 1] }; // prettier-ignore
    }),
  },
  {
    name: 'time of a hook in milliseconds',
    roles: jsonRoles,
    apply: oneNode(
      (node, path) => node.type === 'number' && /\/hooks\/\*\/timeout$/.test(path),
      ({ text, node }) => broken(text, node.offset, node.offset + node.length, String(node.value * 1000)),
    ),
  },
  {
    name: 'variable of a hook that nobody sets',
    roles: jsonRoles,
    apply: oneNode(isCommand, ({ text, node }) => {
      const end = node.offset + node.length - 1;
      return broken(text, end, end, ' $CLAUDE_FILE_PATHS');
    }),
  },
  {
    name: 'permissions under the key of another program',
    roles: jsonRoles,
    apply: oneNode(
      (node, path) => valueOf(node) && /^permissions\/(allow|deny)$/.test(path),
      ({ text, node, pick }) => {
        const [key] = node.parent.children;
        const words = key.value === 'allow' ? ['allowed', 'allowedTools'] : ['denied', 'disallow'];
        return broken(text, key.offset + 1, key.offset + key.length - 1, pick(words));
      },
    ),
  },
];
