// The body: code blocks, comments, characters that nobody sees, arguments, calls of skills and agents.
import { roles, withBody } from './matching.mjs';
import { anySlip, broken } from './text.mjs';

const closed = blocks => blocks.filter(block => block.close && block.open.text.startsWith(block.mark));

/** Breaks one match of a pattern somewhere in the body, code included. */
const oneMatch = (pattern, suits, make, more) => withBody(file => {
  const from = file.front?.body ?? 0;
  const matches = [...file.text.slice(from).matchAll(pattern)].filter(match => suits(match, file));
  const match = file.pick(matches);
  const word = match && make(match, file);
  if (!word) return undefined;
  const at = from + match.index + match[0].lastIndexOf(match[1]);
  return broken(file.text, at, at + match[1].length, word, more);
}); // prettier-ignore

const notOf = (set, word) => (word && !set.has(word) ? word : undefined);

export default [
  {
    name: 'last code block not closed',
    roles,
    apply: withBody(({ text, body }) => {
      const block = closed(body.blocks).at(-1);
      if (!block || block !== body.blocks.at(-1)) return undefined;
      // The block that swallows the rest, or the place where its end is missing.
      const { open, close } = block;
      return { ...broken(text, close.at, close.next, ''), line: open.line, also: [close.line, close.line - 1] };
    }),
  },
  {
    name: 'code block in the middle not closed',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const block = pick(closed(body.blocks.slice(0, -1)));
      if (!block || body.blocks.some(each => !each.close)) return undefined;
      const { open, close } = block;
      return { ...broken(text, close.at, close.next, ''), line: open.line, also: [close.line, close.line - 1] };
    }),
  },
  {
    name: 'code block closed with two marks',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const block = pick(closed(body.blocks));
      if (!block || block.mark !== '```') return undefined;
      const at = block.close.at + block.close.text.indexOf('`');
      return broken(text, at, at + 1, '', { also: [block.open.line] });
    }),
  },
  {
    name: 'comment not closed',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const line = pick(body.lines.filter(each => !each.block && /^<!--.*-->$/.test(each.text)));
      return line && broken(text, line.end - 3, line.end, '');
    }),
  },
  {
    name: 'character of no width in a word',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const line = pick(body.prose.filter(each => /[a-z]{4}/.test(each.text)));
      if (!line) return undefined;
      const at = line.at + /[a-z]{4}/.exec(line.text).index + 2;
      return broken(text, at, at, pick(['\u200B', '\u200C', '\uFEFF', '\u2060', '\u202E']));
    }),
  },
  {
    name: 'character lost to another encoding',
    roles,
    restorable: false,
    apply: withBody(({ text, body, pick }) => {
      const line = pick(body.prose.filter(each => /[—–’“”éüöäñ→…]/.test(each.text)));
      if (!line) return undefined;
      const at = line.at + /[—–’“”éüöäñ→…]/.exec(line.text).index;
      return broken(text, at, at + 1, '\uFFFD');
    }),
  },
  {
    name: 'merge marks in the body',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const line = pick(body.prose.filter(each => each.text.length > 20));
      if (!line) return undefined;
      const own = text.slice(line.at, line.next);
      if (!own.endsWith('\n')) return undefined;
      const put = `<<<<<<< HEAD\n${own}=======\n${own.slice(0, -6)}\n>>>>>>> main\n`;
      return broken(text, line.at, line.next, put, { also: [line.line + 2, line.line + 4] });
    }),
  },
  {
    name: 'argument misspelt',
    roles: ['command', 'skill'],
    apply: oneMatch(
      /(?<!\\)\$(ARGUMENTS)\b/g,
      () => true,
      (_, { pick }) => pick(['ARGUMENT', 'ARGUEMENTS', 'ARGMENTS', 'arguments', 'ARGS', 'Arguments']),
    ),
  },
  {
    name: 'argument in braces of another language',
    roles: ['command', 'skill'],
    apply: oneMatch(/(?<!\\)(\$ARGUMENTS)\b/g, () => true, (_, { pick }) => pick(['{{ARGUMENTS}}', '${ARGUMENTS}', '@ARGUMENTS', '%ARGUMENTS%'])), // prettier-ignore
  },
  {
    name: 'called skill misspelt',
    roles,
    apply: oneMatch(
      /Skill\(\{ ?skill: ?['"]([\w-]{4,})['"]/g,
      ([, name], { repo }) => repo.skills.has(name),
      ([, name], { pick, repo }) => notOf(repo.skills, anySlip(name, pick)),
    ),
  },
  {
    name: 'called agent misspelt',
    roles,
    apply: oneMatch(
      /subagent_type[=:] ?['"]([\w-]{4,})['"]/g,
      ([, name], { repo }) => repo.agents.has(name) || name === 'general-purpose',
      ([, name], { pick, repo }) => notOf(repo.agents, anySlip(name, pick)),
    ),
  },
  {
    name: 'key of a call misspelt',
    roles,
    apply: oneMatch(
      /Skill\(\{ ?(skill): ?['"][\w-]{4,}['"]|(?:Task|Agent)\(\{?[^)}]{0,80}?(subagent_type)[=:]/g,
      match => match[1] !== undefined,
      (match, { pick }) => anySlip(match[1], pick),
    ),
  },
  ...[
    ['code block opened with two marks', ({ open }) => [open.at, open.at + 1, '']],
    ['code block opened with quotes', ({ open }) => [open.at, open.at + 3, "'''"]],
    ['code block closed with other marks', ({ close }) => [close.at, close.end, '~~~']],
    ['code block closed behind its last line', ({ close }) => [close.at - 1, close.at, '']],
    ['language of a code block in the next line', ({ open, info }) => info && [open.at + 3, open.at + 3, '\n']],
  ].map(([name, cut]) => ({
    name,
    roles,
    apply: withBody(({ text, body, pick }) => {
      const block = pick(closed(body.blocks).filter(({ mark, open, close }) => mark === '```' && close.at > open.next));
      const made = block && cut(block);
      if (!made || text.includes('\r')) return undefined;
      const [from, to, put] = made;
      return broken(text, from, to, put, { also: [block.open.line, block.open.line + 1, block.close.line, block.close.line - 1] }); // prettier-ignore
    }),
  })),
  {
    name: 'line break lost behind a code block',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const block = pick(closed(body.blocks).filter(({ close }) => /^\n\n?[A-Z][a-z]* \w/.test(text.slice(close.end))));
      if (!block) return undefined;
      const { open, close } = block;
      const next = close.end + /^\n+/.exec(text.slice(close.end))[0].length;
      return broken(text, close.end, next, ' ', { also: [open.line] });
    }),
  },
  {
    name: 'line break lost before a code block',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const blocks = closed(body.blocks).filter(({ open }) => /[a-z:.]\n\n?$/.test(text.slice(0, open.at)));
      const block = pick(blocks);
      if (!block) return undefined;
      return broken(text, text.slice(0, block.open.at).trimEnd().length, block.open.at, ' ');
    }),
  },
  {
    name: 'comment opened or closed with the wrong mark',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const line = pick(body.lines.filter(each => !each.block && /^<!-- .* -->$/.test(each.text)));
      if (!line) return undefined;
      return pick([
        () => broken(text, line.at, line.at + 4, pick(['<--', '<!-', '<! --'])),
        () => broken(text, line.end - 3, line.end, pick(['->', '--', '-- >'])),
      ])();
    }),
  },
  {
    name: 'mark of a merge alone in the body',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const line = pick(body.prose.filter(each => each.text.length > 20));
      return line && broken(text, line.at, line.at, pick(['<<<<<<< HEAD\n', '>>>>>>> main\n', '=======\n']));
    }),
  },
  {
    name: 'argument with an index not closed',
    roles: ['command', 'skill'],
    restorable: false,
    apply: oneMatch(/(?<!\\)(\$ARGUMENTS)\b(?!\[)/g, () => true, (_, { pick }) => pick(['$ARGUMENTS[0', '$ARGUMENTS0]'])), // prettier-ignore
  },
  {
    name: 'variable of a path lost a brace',
    roles,
    apply: oneMatch(/(\$\{CLAUDE_[A-Z_]+\})/g, () => true, ([, word], { pick }) => pick([word.slice(0, -1), word.replace('{', '')])), // prettier-ignore
  },
  {
    name: 'variable of a path misspelt',
    roles,
    apply: oneMatch(/\$\{(CLAUDE_PLUGIN_ROOT|CLAUDE_SKILL_DIR|CLAUDE_PROJECT_DIR)\}/g, () => true, ([, word], { pick }) => anySlip(word, pick)), // prettier-ignore
  },
  {
    name: 'called agent in another writing',
    roles,
    apply: oneMatch(
      /subagent_type[=:] ?['"]([a-z]+(?:-[a-z]+)+)['"]/g,
      ([, name], { repo }) => repo.agents.has(name),
      ([, name], { pick, repo }) => notOf(repo.agents, pick([name.replaceAll('-', '_'), name.replaceAll('-', ' '), name.replace(/(^|-)[a-z]/g, all => all.toUpperCase())])), // prettier-ignore
    ),
  },
];
