// Marks of front matter and text that were struck once too often, in the wrong place, or meant for another window.
import { targetOf } from './links.mjs';
import { linksOf } from './markdown.mjs';
import { allRoles, inText, oneKey, roles, withBody, withFront } from './matching.mjs';
import { broken, entriesOf } from './text.mjs';

const parts = ['agent', 'skill', 'command'];
const isFlow = key => entriesOf(key)[0]?.form === 'flow' && entriesOf(key).length > 1;

const oneLink = make =>
  withBody(file => {
    const { body, path, repo } = file;
    const leads = link => link.path !== '' && !/^[a-z]+:|^\//i.test(link.path) && repo.paths.has(targetOf(path, link.path)); // prettier-ignore
    const link = file.pick(linksOf(body.prose).filter(leads));
    return link && make({ ...file, link });
  });
/** The path of a link changed into one that is not there. */
const otherPath = make =>
  oneLink(({ text, link, path, repo, pick }) => {
    const put = make(link.path, pick);
    if (put === undefined || put === link.path || repo.paths.has(targetOf(path, put))) return undefined;
    return broken(text, link.at, link.at + link.path.length, put);
  });

const twoSteps = /(?<=\n)(\d)\. ([^\n]+)\n(\d)\. ([^\n]+)\n/g;

export default [
  {
    name: 'letter before the opening fence',
    roles: parts,
    apply: withFront(({ text, pick }) => broken(text, 0, 0, pick(['j', 'i', ':', 's', '`', ' .']))),
  },
  {
    name: 'letter behind the closing fence',
    roles: parts,
    apply: withFront(({ text, front, pick }) => broken(text, front.close.end, front.close.end, pick(['j', 's', '`', ';', '.', '|']))), // prettier-ignore
  },
  {
    name: 'line of hyphens in the middle of a text',
    roles: parts,
    apply: oneKey(
      key => key.isBlock && key.below.length > 1,
      ({ text, key }) => broken(text, key.below[1].at, key.below[1].at, '---\n', { also: [key.below[1].line + 1] }),
    ),
  },
  {
    name: 'comma lost between the lines of a list in brackets',
    roles: parts,
    restorable: false,
    apply: oneKey(isFlow, ({ text, key, pick }) => {
      const entries = entriesOf(key);
      const lost = pick([...entries.keys()].slice(0, -1));
      const lines = entries.map(({ word }, at) => `  ${word}${at === lost || at === entries.length - 1 ? '' : ','}`);
      const line = key.line + 1 + lost;
      return { ...broken(text, key.valueAt, key.valueEnd, `[\n${lines.join('\n')}\n]`), line, also: [key.line, line + 1] }; // prettier-ignore
    }),
  },
  { name: 'blank in the path of a link', roles: allRoles, apply: otherPath((path, pick) => pick([...path.matchAll(/[-_]/g)].map(({ index }) => `${path.slice(0, index)} ${path.slice(index + 1)}`))) }, // prettier-ignore
  { name: 'path of a link twice', roles: allRoles, apply: otherPath(path => path + path) },
  { name: 'path of a link behind three dots', roles: allRoles, apply: otherPath(path => path.replace(/^\.{1,2}(?=\/)/, '...')) }, // prettier-ignore
  {
    name: 'marks around the path of a link',
    roles: allRoles,
    apply: oneLink(({ text, link, pick }) => {
      const mark = pick(['"', "'", '`']);
      return broken(text, link.at, link.end, mark + link.target + mark);
    }),
  },
  {
    name: 'link as a picture',
    roles: allRoles,
    apply: oneLink(({ text, link }) =>
      link.path.endsWith('.md') ? broken(text, link.start, link.start, '!') : undefined,
    ),
  },
  {
    name: 'two items of a list in one line',
    roles,
    apply: inText(/(?<=\n- [A-Z][^\n]{10,60})\n(?=- [A-Z])/g, (_, { pick }) => [0, 1, pick([' ', ''])]),
  },
  {
    name: 'other mark before an item',
    roles,
    apply: inText(/(?<=\n- [^\n]+\n)- (?=[A-Z][^\n]+\n- )/g, (_, { pick }) => [0, 1, pick(['=', '~', '.'])]),
  },
  {
    name: 'two steps exchanged',
    roles,
    apply: inText(twoSteps, ([all, one, first, other, second]) =>
      Number(other) === Number(one) + 1 ? [0, all.length, `${other}. ${second}\n${one}. ${first}\n`] : undefined,
    ),
  },
  {
    name: 'one star of bold escaped',
    roles,
    apply: inText(/(?<![\w*\\])\*\*[A-Z][\w ]+\*\*(?![\w*])/g, () => [0, 0, '\\']),
  },
  {
    name: 'call without its end',
    roles,
    apply: inText(/\bSkill\(\{ ?skill: ?(['"])[\w-]+\1( ?\}\))/g, ({ 0: all, 2: end }) => [all.length - end.length, all.length, '']), // prettier-ignore
  },
  {
    name: 'call with a semicolon or a dot inside',
    roles,
    apply: inText(/\bSkill\(\{ ?skill: ?(['"])[\w-]+\1(?= ?\}\))/g, ([{ length }], { pick }) => [length, length, pick([';', '.'])]), // prettier-ignore
  },
  {
    name: 'call with quotes of two kinds',
    roles,
    apply: inText(/\bSkill\(\{ ?skill: ?'[\w-]+' ?\}\)/g, ([all], { pick }) => {
      const at = pick([all.indexOf("'"), all.lastIndexOf("'")]);
      return [at, at + 1, '"'];
    }),
  },
  ...[
    ['import in quotes or brackets', path => [`"${path}"`, `'${path}'`, `(${path})`, `[${path}]`, `<${path}>`]],
    ['import with a blank or a word before its path', path => [` ${path}`, `@${path}`, `file:${path}`, `import ${path}`]],
  ].map(([name, forms]) => ({
    name,
    roles: ['memory'],
    apply: withBody(({ text, body, path, repo, pick }) => {
      const found = body.prose.flatMap(line => [...line.text.matchAll(/(?<=(?:^|\s)@)[\w./-]+\.md\b/g)].map(match => ({ line, match }))); // prettier-ignore
      const place = pick(found.filter(({ match }) => repo.paths.has(targetOf(path, match[0]))));
      const at = place && place.line.at + place.match.index;
      return place && broken(text, at, at + place.match[0].length, pick(forms(place.match[0])));
    }),
  })), // prettier-ignore
];
