// Tables, and JSON in code blocks of a body.
import { bare, roles, withBody } from './matching.mjs';
import { broken } from './text.mjs';

const tableRows = ({ body }) => {
  const rows = [];
  for (let i = 1; i < body.lines.length; i++) {
    const line = body.lines[i];
    if (line.block || !/^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/.test(line.text)) continue;
    const header = body.lines[i - 1];
    const count = line.text.split('|').length;
    if (header.block || header.text.split('|').length !== count) continue;
    const below = [];
    for (let j = i + 1; j < body.lines.length && body.lines[j].text.startsWith('|'); j++) below.push(body.lines[j]);
    const good = below.filter(each => bare(each.text).split('|').length === count && !each.text.includes('\\|') && each.text.trimEnd().endsWith('|'));
    if (good.length === below.length && good.length > 1) rows.push({ header, dashes: line, rows: good, count });
  }
  return rows;
}; // prettier-ignore

const oneTable = apply => withBody(file => {
  const table = file.pick(tableRows(file));
  return table && apply(table, file);
}); // prettier-ignore

const inFence = (language, make) => withBody(file => {
  const blocks = file.body.blocks.filter(each => each.close && language.test(each.info)).map(block => ({ block, text: file.text.slice(block.open.next, block.close.at) }));
  return make(blocks, file);
}); // prettier-ignore

const jsonFence = (pattern, cut) => inFence(/^json$/i, (blocks, { text, pick }) => {
  const good = blocks.filter(each => { try { JSON.parse(each.text); return true; } catch { return false; } });
  const block = pick(good);
  const match = block && pick([...block.text.matchAll(pattern)]);
  if (!match) return undefined;
  const [from, to, put] = cut(match, block.text);
  const made = block.text.slice(0, match.index + from) + put + block.text.slice(match.index + to);
  try { JSON.parse(made); return undefined; } catch { /* broken */ }
  const at = block.block.open.next + match.index;
  const result = broken(text, at + from, at + to, put);
  return { ...result, also: [result.line + 1] };
}); // prettier-ignore

export default [
  {
    name: 'row of a table lost a cell',
    roles,
    restorable: false,
    apply: oneTable(({ rows }, { text, pick }) => {
      const row = pick(rows);
      const at = row.text.lastIndexOf('|', row.text.trimEnd().length - 2);
      return at > 0 && broken(text, row.at + at, row.at + row.text.trimEnd().length - 1, '');
    }),
  },
  {
    name: 'row of a table lost a bar',
    roles,
    restorable: false,
    apply: oneTable(({ rows, count }, { text, pick }) => {
      const row = pick(rows);
      const bars = [...bare(row.text).matchAll(/\|/g)].slice(1, -1);
      const bar = count > 3 && pick(bars);
      return bar && broken(text, row.at + bar.index, row.at + bar.index + 1, '');
    }),
  },
  {
    name: 'row of a table lost its last bar',
    roles,
    apply: oneTable(({ rows }, { text, pick }) => {
      const row = pick(rows);
      const at = row.at + row.text.trimEnd().length - 1;
      return broken(text, at, at + 1, '');
    }),
  },
  {
    name: 'row of a table lost its first bar',
    roles,
    apply: oneTable(({ rows }, { text, pick }) => {
      const row = pick(rows);
      return broken(text, row.at, row.at + 1, '');
    }),
  },
  {
    name: 'row of a table has a bar too many',
    roles,
    apply: oneTable(({ rows }, { text, pick }) => {
      const row = pick(rows);
      const bar = pick([...bare(row.text).matchAll(/\|/g)]);
      return broken(text, row.at + bar.index, row.at + bar.index, '|');
    }),
  },
  {
    name: 'dashes of a table lost a column',
    roles,
    apply: oneTable(({ dashes }, { text }) => {
      const at = dashes.at + dashes.text.lastIndexOf('|', dashes.text.trimEnd().length - 2);
      return broken(text, at, dashes.at + dashes.text.trimEnd().length - 1, '');
    }),
  },
  {
    name: 'dashes of a table lost',
    roles,
    apply: oneTable(({ dashes, header }, { text }) => ({
      ...broken(text, dashes.at, dashes.next, ''),
      line: header.line,
      also: [dashes.line],
    })),
  },
  {
    name: 'blank line inside a table',
    roles,
    apply: oneTable(({ dashes, header, rows }, { text, pick }) => {
      const row = pick(rows);
      return { ...broken(text, row.at, row.at, '\n'), line: row.line, also: [row.line + 1, header.line, dashes.line] };
    }),
  },
  {
    name: 'header of a table lost',
    roles,
    restorable: false,
    apply: oneTable(({ header, dashes }, { text }) => ({
      ...broken(text, header.at, header.next, ''),
      line: header.line,
      also: [dashes.line],
    })),
  },
  {
    name: 'blank line below the header of a table',
    roles,
    apply: oneTable(({ dashes, header }, { text }) =>
      broken(text, dashes.at, dashes.at, '\n', { also: [header.line, dashes.line + 1] }),
    ),
  },
  {
    name: 'row of a table broken in two',
    roles,
    apply: oneTable(({ rows }, { text, pick }) => {
      const row = pick(rows);
      const gap = pick([...row.text.matchAll(/(?<=[\w,]) (?=\w)/g)]);
      return gap && broken(text, row.at + gap.index, row.at + gap.index + 1, '\n', { also: [row.line + 1] });
    }),
  },
  {
    name: 'dashes of a table turned by an editor',
    roles,
    restorable: false,
    apply: oneTable(({ dashes }, { text }) => broken(text, dashes.at, dashes.end, dashes.text.replace(/-+/g, '—'))),
  },
  { name: 'JSON in a code block: comma lost', roles, apply: jsonFence(/,(?=\s*\n)/g, () => [0, 1, '']) },
  {
    name: 'JSON in a code block: comma too many',
    roles,
    apply: jsonFence(/["\d\]}](?=\s*\n\s*[}\]])/g, () => [1, 1, ',']),
  },
  { name: 'JSON in a code block: quote lost', roles, apply: jsonFence(/"(?=\s*[:,\n])/g, () => [0, 1, '']) },
  { name: 'JSON in a code block: bracket lost', roles, apply: jsonFence(/[}\]],?(?=\s*\n)/g, () => [0, 1, '']) },
  { name: 'JSON in a code block: colon lost', roles, apply: jsonFence(/":(?= )/g, () => [1, 2, '']) },
];
