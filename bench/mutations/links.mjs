// Links, imports and paths in the body that lead elsewhere, or nowhere.
import { allRoles, withBody } from './matching.mjs';
import { anySlip, broken } from './text.mjs';
import { codeOf, headingsOf, linksOf } from './markdown.mjs';

/** The path in the repository that a relative target means. */
export function targetOf(path, target) {
  const parts = path.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

const leadsToFile =
  ({ path, repo }) =>
  link =>
    link.path !== '' && !/^[a-z]+:|^\//i.test(link.path) && repo.paths.has(targetOf(path, link.path));

const oneLink = apply => withBody(file => {
  const link = file.pick(linksOf(file.body.prose).filter(leadsToFile(file)));
  return link && apply({ ...file, link });
}); // prettier-ignore

/** A slip in the last part of a path, so that nothing is there. */
function slippedPath({ path, pick, repo }, target) {
  const name = target.split('/').at(-1);
  const word = anySlip(name.replace(/\.\w+$/, ''), pick);
  const put = word && target.slice(0, target.length - name.length) + word + (/\.\w+$/.exec(name)?.[0] ?? '');
  return put && !repo.paths.has(targetOf(path, put)) ? put : undefined;
}

const oneAnchor = apply => withBody(file => {
  const headings = headingsOf(file.body.prose);
  const links = linksOf(file.body.prose).filter(link => link.path === '' && headings.filter(each => each.fragment === link.anchor).length === 1); // prettier-ignore
  const link = file.pick(links);
  return link && apply({ ...file, link, headings, heading: headings.find(each => each.fragment === link.anchor) });
}); // prettier-ignore

export default [
  {
    name: 'path of a link misspelt',
    roles: allRoles,
    apply: oneLink(file => {
      const put = slippedPath(file, file.link.path);
      return put && broken(file.text, file.link.at, file.link.at + file.link.path.length, put);
    }),
  },
  {
    name: 'path of a link in other case',
    roles: allRoles,
    apply: oneLink(({ text, link, path, repo }) => {
      const name = link.path.split('/').at(-1);
      const other = name === name.toLowerCase() ? name[0].toUpperCase() + name.slice(1) : name.toLowerCase();
      const put = link.path.slice(0, link.path.length - name.length) + other;
      if (put === link.path || repo.paths.has(targetOf(path, put))) return undefined;
      return broken(text, link.at, link.at + link.path.length, put);
    }),
  },
  {
    name: 'path of a link in the wrong folder',
    roles: allRoles,
    apply: oneLink(({ text, link, path, repo, pick }) => {
      const put = pick([`../${link.path.replace(/^\.\//, '')}`, link.path.split('/').at(-1), `docs/${link.path}`].filter(each => each !== link.path)); // prettier-ignore
      if (repo.paths.has(targetOf(path, put))) return undefined;
      return broken(text, link.at, link.at + link.path.length, put);
    }),
  },
  {
    name: 'extension of a link lost',
    roles: allRoles,
    apply: oneLink(({ text, link, path, repo }) => {
      const put = link.path.replace(/\.\w+$/, '');
      if (put === link.path || repo.folders.has(targetOf(path, put))) return undefined;
      return broken(text, link.at, link.at + link.path.length, put);
    }),
  },
  {
    name: 'link with backslashes',
    roles: allRoles,
    apply: oneLink(({ text, link }) =>
      link.path.includes('/')
        ? broken(text, link.at, link.at + link.path.length, link.path.replaceAll('/', '\\'))
        : undefined,
    ),
  },
  {
    name: 'link not closed',
    roles: allRoles,
    // Another parenthesis behind it would close it instead.
    apply: oneLink(({ text, link }) =>
      text[link.end + 1] === ')' ? undefined : broken(text, link.end, link.end + 1, ''),
    ),
  },
  {
    name: 'blank inside a link',
    roles: allRoles,
    apply: oneLink(({ text, link }) => broken(text, link.at - 1, link.at - 1, ' ')),
  },
  {
    name: 'anchor misspelt',
    roles: allRoles,
    apply: oneAnchor(({ text, link, headings, pick }) => {
      const word = anySlip(link.anchor, pick);
      if (!word || headings.some(each => each.fragment === word)) return undefined;
      return broken(text, link.end - link.anchor.length, link.end, word);
    }),
  },
  {
    name: 'heading renamed under its link',
    roles: allRoles,
    restorable: false,
    // What is wrong now is the link; the heading is another right place.
    apply: oneAnchor(({ text, link, heading, pick }) => {
      const put = pick([`${heading.text} again`, `The ${heading.text}`, 'Other things']);
      const result = broken(text, heading.at, heading.end, put, { also: [heading.row.line] });
      return { ...result, line: link.row.line };
    }),
  },
  {
    name: 'import misspelt',
    roles: ['memory'],
    apply: withBody(file => {
      const found = file.body.prose.flatMap(line =>
        [...line.text.matchAll(/(?<=^|\s)@([\w./-]+\.md)\b/g)].map(match => ({ line, match })),
      );
      const place = file.pick(found.filter(({ match }) => file.repo.paths.has(targetOf(file.path, match[1]))));
      const put = place && slippedPath(file, place.match[1]);
      const at = place && place.line.at + place.match.index + 1;
      return put && broken(file.text, at, at + place.match[1].length, put);
    }),
  },
  {
    name: 'file of the skill misspelt in inline code',
    roles: ['skill'],
    apply: withBody(file => {
      const isOwn = ({ word }) =>
        /^(references|scripts|assets|templates|resources)\/[\w./-]+\.\w+$/.test(word) &&
        file.repo.paths.has(targetOf(file.path, word));
      const code = file.pick(codeOf(file.body.prose).filter(isOwn));
      const put = code && slippedPath(file, code.word);
      return put && broken(file.text, code.at, code.end, put);
    }),
  },
  {
    name: 'path of a link from the root',
    roles: allRoles,
    apply: oneLink(({ text, link, path, repo }) => {
      const put = `/${link.path.replace(/^\.\//, '')}`;
      if (link.path.startsWith('..') || repo.paths.has(put.slice(1)) || !path.includes('/')) return undefined;
      return broken(text, link.at, link.at + link.path.length, put);
    }),
  },
  {
    name: 'path of a link on one machine',
    roles: allRoles,
    apply: oneLink(({ text, link, path, pick }) => {
      const put = pick(['/Users/me/work/', 'file:///home/me/work/', 'C:/work/']) + targetOf(path, link.path);
      return broken(text, link.at, link.at + link.path.length, put);
    }),
  },
  {
    name: 'text and path of a link exchanged',
    roles: allRoles,
    // Where the text is the name of the same file, the link leads there either way.
    apply: oneLink(({ text, link }) => {
      const words = text.slice(link.start + 1, link.at - 2);
      if (words === link.path.replace(/^\.\//, '') || words === link.target || /[`()]/.test(words)) return undefined;
      return broken(text, link.start, link.end + 1, `[${link.target}](${words})`);
    }),
  },
];
