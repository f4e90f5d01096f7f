// What stands twice, leads to a place that is not there, or is written as another format writes it.
import { targetOf } from './links.mjs';
import { headingsOf, linksOf } from './markdown.mjs';
import { allRoles, inProse, roles, withBody } from './matching.mjs';
import { broken } from './text.mjs';

const tablesOf = ({ lines }) => lines.flatMap((dashes, i) => {
  const header = lines[i - 1];
  if (!header || header.block || dashes.block || !/^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/.test(dashes.text)) return [];
  const end = lines.findIndex((line, at) => at > i && !line.text.startsWith('|'));
  return [{ dashes, rows: lines.slice(i + 1, end < 0 ? undefined : end) }];
}); // prettier-ignore

const oneTable = make =>
  withBody(file => {
    const table = file.pick(tablesOf(file.body).filter(({ rows }) => rows.length > 1));
    return table && make(table, file);
  });

/** A whole line, or several, once more below. */
const again = (text, from, next, line) => ({ ...broken(text, next, next, text.slice(from, next)), also: [line] });

const sentence = /^(?![#|>]).*[a-z]\.$/g;
const stepsOf = body => body.prose.flatMap(({ text }) => /^#+ Step (\d+)/.exec(text)?.[1] ?? []).map(Number);

export default [
  {
    name: 'row of a table twice',
    roles,
    apply: oneTable(({ rows }, { text, pick }) => {
      const row = pick(rows.slice(0, -1).filter(each => (each.text.match(/\p{L}{3,}/gu) ?? []).length > 6));
      return row && again(text, row.at, row.next, row.line);
    }),
  },
  { name: 'dashes of a table twice', roles, apply: oneTable(({ dashes }, { text }) => again(text, dashes.at, dashes.next, dashes.line)) },
  {
    name: 'two rows of a table in one line',
    roles,
    apply: oneTable(({ rows }, { text, pick }) => {
      const row = pick(rows.slice(0, -1));
      return broken(text, row.end, row.next, pick(['', ' ']));
    }),
  },
  {
    name: 'code block twice',
    roles,
    apply: withBody(({ text, body, pick }) => {
      const block = pick(body.blocks.filter(({ open, close }) => close && close.at - open.next > 40));
      if (!block) return undefined;
      const { open, close } = block;
      const put = `\n${text.slice(open.at, close.next)}`;
      return { ...broken(text, close.next, close.next, put), also: [open.line, close.line + 2] };
    }),
  },
  {
    name: 'step that is not there',
    roles,
    restorable: false,
    apply: inProse(
      /(?:see|go to|back to|return to|proceed to|skip to|jump to|repeat) step (\d+)(?![\w.])/gi,
      (match, { body }) => [match[0].length - match[1].length, match[0].length, String(Math.max(...stepsOf(body)) + 4)],
      { code: true, suits: ({ match }, { body }) => stepsOf(body).length > 2 && stepsOf(body).includes(Number(match[1])) },
    ),
  },
  {
    name: 'footnote without its text',
    roles,
    restorable: false,
    apply: inProse(sentence, ([{ length }], { text }) => (text.includes('[^') ? undefined : [length, length, '[^1]'])),
  },
  {
    name: 'anchor without its hash',
    roles: allRoles,
    apply: withBody(({ text, body, pick }) => {
      const known = new Set(headingsOf(body.prose).map(({ fragment }) => fragment));
      const link = pick(linksOf(body.prose).filter(({ path, anchor }) => path === '' && known.has(anchor) && anchor.includes('-')));
      return link && broken(text, link.at, link.at + 1, '');
    }),
  },
  {
    name: 'bracket of a link escaped',
    roles: allRoles,
    apply: withBody(({ text, body, pick, repo, path }) => {
      const link = pick(linksOf(body.prose).filter(each => repo.paths.has(targetOf(path, each.path))));
      return link && broken(text, link.start, link.start, '\\');
    }),
  },
  { name: 'apostrophe as HTML writes it', roles, apply: inProse(/(?<=[a-z])'(?=(?:s|t|re|ve|ll) )/g, (_, { pick }) => [0, 1, pick(['&#39;', '&apos;', '&#x27;'])]) },
  { name: 'words in quotes as HTML writes them', roles, apply: inProse(/(?<= )"\w+(?: \w+)*"/g, ([all]) => [0, all.length, `&quot;${all.slice(1, -1)}&quot;`]) },
  { name: 'character as JSON writes it', roles, apply: inProse(/(?<= )[—→](?= )/g, ([one]) => [0, 1, `\\u${one.charCodeAt(0).toString(16)}`]) },
  {
    name: 'character read as Latin-1',
    roles,
    apply: inProse(/[—–’“→…]/g, ([one]) => [0, 1, encodeURIComponent(one).replace(/%(..)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))]),
  },
]; // prettier-ignore
