// Emphasis, tags, lists, boxes and code in the prose of a body.
import { group, inProse, roles, withBody } from './matching.mjs';
import { anySlip, broken } from './text.mjs';

/** Pairs of tag lines outside code. */
const tagPairs = ({ body }) => {
  const lines = body.lines.filter(line => !line.block);
  const pairs = [];
  for (const [i, line] of lines.entries()) {
    const open = /^[ \t]*<([a-z][\w-]*)(?:[ \t][^<>]*)?>[ \t]*$/.exec(line.text);
    if (!open) continue;
    const j = lines.findIndex((each, k) => k > i && each.text.trim() === `</${open[1]}>`);
    const again = lines.findIndex((each, k) => k > i && each.text.trim().startsWith(`<${open[1]}`));
    if (j < 0 || (again > 0 && again < j)) continue;
    pairs.push({ name: open[1], open: line, close: lines[j] });
  }
  return pairs;
};

const oneTag = apply => withBody(file => {
  const pair = file.pick(tagPairs(file));
  return pair && apply(pair, file);
}); // prettier-ignore

const numbered = ({ body }) => body.prose.filter((line, i, all) => {
  const n = Number(/^(\d+)\. \S/.exec(line.text)?.[1]);
  return n > 1 && all.some((each, j) => Math.abs(i - j) < 12 && each.text.startsWith(`${n - 1}. `)) && all.some((each, j) => j > i && j - i < 12 && each.text.startsWith(`${n + 1}. `));
}); // prettier-ignore

export default [
  {
    name: 'closing tag lost',
    roles,
    apply: oneTag(({ open, close }, { text }) => ({
      ...broken(text, close.at, close.next, ''),
      line: open.line,
      also: [close.line, close.line - 1],
    })),
  },
  {
    name: 'closing tag misspelt',
    roles,
    apply: oneTag(({ name, open, close }, { text, pick }) => {
      const word = anySlip(name, pick);
      const at = close.at + close.text.indexOf('</') + 2;
      return word && broken(text, at, at + name.length, word, { also: [open.line] });
    }),
  },
  {
    name: 'opening tag misspelt',
    roles,
    apply: oneTag(({ name, open, close }, { text, pick }) => {
      const word = anySlip(name, pick);
      const at = open.at + open.text.indexOf('<') + 1;
      return word && broken(text, at, at + name.length, word, { also: [close.line] });
    }),
  },
  {
    name: 'opening tag lost',
    roles,
    restorable: false,
    apply: oneTag(({ open, close }, { text }) => ({
      ...broken(text, open.at, open.next, ''),
      line: close.line - 1,
      also: [open.line],
    })),
  },
  {
    name: 'slash of a closing tag lost',
    roles,
    apply: oneTag(({ open, close }, { text }) => {
      const at = close.at + close.text.indexOf('</') + 1;
      return broken(text, at, at + 1, '', { also: [open.line] });
    }),
  },
  {
    name: 'tag lost its last bracket',
    roles,
    apply: oneTag(({ open, close }, { text, pick }) => {
      const line = pick([open, close]);
      const at = line.at + line.text.lastIndexOf('>');
      return broken(text, at, at + 1, '', { also: [open.line, close.line] });
    }),
  },
  {
    name: 'bold not closed',
    roles,
    apply: inProse(/(?<![*\w])\*\*[^*\s][^*]*[^*\s]\*\*(?!\*)/g, match => [match[0].length - 2, match[0].length, '']),
  },
  { name: 'bold not opened', roles, apply: inProse(/(?<![*\w])\*\*[^*\s][^*]*[^*\s]\*\*(?!\*)/g, () => [0, 2, '']) },
  {
    name: 'bold closed with one star',
    roles,
    apply: inProse(/(?<![*\w])\*\*[^*\s][^*]*[^*\s]\*\*(?!\*)/g, match => [match[0].length - 1, match[0].length, '']),
  },
  {
    name: 'bold opened with one star',
    roles,
    apply: inProse(/(?<![*\w])\*\*[^*\s][^*]*[^*\s]\*\*(?!\*)/g, () => [0, 1, '']),
  },
  {
    name: 'blank inside bold marks',
    roles,
    apply: inProse(/(?<![*\w])\*\*[^*\s][^*]*[^*\s]\*\*(?!\*)/g, (match, { pick }) =>
      pick([
        [2, 2, ' '],
        [match[0].length - 2, match[0].length - 2, ' '],
      ]),
    ),
  },
  {
    name: 'number of an item lost',
    roles,
    restorable: false,
    apply: withBody(file => {
      const line = file.pick(numbered(file));
      return line && broken(file.text, line.at, line.at + /^\d+\. /.exec(line.text)[0].length, '');
    }),
  },
  {
    name: 'number of an item twice',
    roles,
    apply: withBody(file => {
      const line = file.pick(numbered(file));
      const n = line && /^\d+/.exec(line.text)[0];
      return line && broken(file.text, line.at, line.at + n.length, String(Number(n) - 1));
    }),
  },
  {
    name: 'number of an item without its dot',
    roles,
    apply: withBody(file => {
      const line = file.pick(numbered(file));
      const n = line && /^\d+/.exec(line.text)[0];
      return line && broken(file.text, line.at + n.length, line.at + n.length + 1, file.pick(['', ')', ',']));
    }),
  },
  {
    name: 'box of a task broken',
    roles,
    apply: inProse(
      /^[ \t]*- (\[[ x]\]) /g,
      (match, { pick }) => [group(match), group(match) + 3, pick(['[]', '[ ', ' ]', '[x ', '( )', '[  ]'])],
      {},
    ),
  },
  {
    name: 'inline code not closed',
    roles,
    apply: inProse(/(?<!`)`[^`\n]+`(?!`)/g, match => [match[0].length - 1, match[0].length, ''], { code: true }),
  },
  { name: 'inline code not opened', roles, apply: inProse(/(?<!`)`[^`\n]+`(?!`)/g, () => [0, 1, ''], { code: true }) },
  {
    name: 'inline code closed by a quote',
    roles,
    apply: inProse(/(?<!`)`[^`'\n]+`(?!`)/g, match => [match[0].length - 1, match[0].length, "'"], { code: true }),
  },
  {
    name: 'language of a code block misspelt',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const block = pick(
        body.blocks.filter(
          each =>
            each.close &&
            /^(bash|json|yaml|python|typescript|javascript|markdown|shell|text|html|rust|java|csharp)$/.test(each.info),
        ),
      );
      const word = block && anySlip(block.info, pick);
      if (!word) return undefined;
      const at = block.open.at + block.open.text.indexOf(block.info);
      return broken(text, at, at + block.info.length, word);
    }),
  },
  {
    name: 'inline code opened by a quote',
    roles,
    apply: inProse(/(?<!`)`[^`'\n]+`(?!`)/g, () => [0, 1, "'"], { code: true }),
  },
  {
    name: 'heading without its blank',
    roles,
    apply: inProse(/^#{2,6} (?=[A-Z])/g, match => [match[0].length - 1, match[0].length, '']),
  },
  {
    name: 'item without its blank',
    roles,
    apply: inProse(/^[ \t]*- (?=[A-Z])/g, match => [match[0].length - 1, match[0].length, '']),
  },
  { name: 'bullet of print for a dash', roles, apply: inProse(/^[ \t]*(-) (?=\S)/g, (match, { pick }) => [match[0].length - 2, match[0].length - 1, pick(['•', '–', '·'])]) }, // prettier-ignore
  {
    name: 'line break lost before a heading',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const line = pick(
        body.prose.filter(each => /^#{2,4} [A-Z]/.test(each.text) && /[a-z.]\n\n?$/.test(text.slice(0, each.at))),
      );
      return line && broken(text, text.slice(0, line.at).trimEnd().length, line.at, ' ');
    }),
  },
  {
    name: 'marks escaped by an editor',
    roles,
    apply: inProse(/(?<![*\w])\*\*[A-Z][\w ]+:?\*\*(?!\*)|(?<=^[ \t]*- )\[[ x]\](?= )/g, match => [
      0,
      match[0].length,
      match[0].replace(/[*[\]]/g, '\\$&'),
    ]),
  },
  {
    name: 'closing tag in entities',
    roles,
    apply: oneTag(({ name, open, close }, { text }) => {
      const at = close.at + close.text.indexOf('<');
      return broken(text, at, close.end, `&lt;/${name}&gt;`, { also: [open.line] });
    }),
  },
  {
    name: 'source mark of a chat left behind',
    roles,
    apply: inProse(/[a-z]{3}\.(?=$| )/g, (match, { pick }) => [
      match[0].length,
      match[0].length,
      pick([' :contentReference[oaicite:0]{index=0}', '【4†source】', ' [cite: 12]', ' citeturn0search3']),
    ]),
  },
];
