// Names that lie in another file: what is renamed, moved or deleted there, and twice the same name.
import { broken, entriesOf, frontMatter, isPlain } from './text.mjs';
import { bodyOf, linksOf } from './markdown.mjs';
import { targetOf } from './links.mjs';

/** An agent's `skills`, with the one file that each means. */
function listed(file) {
  const key = frontMatter(file.text)?.key('skills');
  return entriesOf(key).flatMap(({ word, at }) => {
    const homes = file.repo.skills.get(word.split('/').at(-1)) ?? [];
    return homes.length === 1 ? [{ word, at, home: homes[0] }] : [];
  });
}

/** Calls of agents in the body, with the one file that each means. */
const called = file =>
  [...file.text.matchAll(/subagent_type[=:] ?['"]([\w-]+)['"]/g)].flatMap(match => {
    const homes = file.repo.agents.get(match[1]) ?? [];
    const own = homes[0] === file.path;
    return homes.length === 1 && !own ? [{ word: match[1], at: match.index + match[0].indexOf(match[1]), home: homes[0] }] : []; // prettier-ignore
  });

/** The first line that names what is gone; another line of the file that names it is as right. */
function hurt({ text }, { word, at }, files) {
  const lineOf = offset => text.slice(0, offset).split('\n').length - 1;
  const also = [...text.matchAll(new RegExp(`(?<![\\w-])${word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\w-])`, 'g'))].map(match => lineOf(match.index)); // prettier-ignore
  return { text, line: lineOf(at), also, files, restorable: false };
}

const parts = ['agent', 'skill', 'command'];
/** Without the skill that it belongs to, a file is none that somebody reads as a part of one. */
const isApart = ({ role }, home) => role !== 'companion' || !/\/SKILL\.md$/.test(home);
const named = (text, name) => text.replace(/^name:.*$/m, `name: ${name}`);

export default [
  {
    name: 'listed skill deleted',
    roles: ['agent'],
    apply: file => {
      const found = file.pick(listed(file));
      return found && hurt(file, found, [{ path: found.home, gone: true }]);
    },
  },
  {
    name: 'listed skill renamed',
    roles: ['agent'],
    apply: file => {
      const found = file.pick(listed(file));
      if (!found) return undefined;
      const parts = found.home.split('/');
      const name = `${parts.at(-2)}-${file.pick(['guide', 'v2', 'expert'])}`;
      const path = [...parts.slice(0, -2), name, 'SKILL.md'].join('/');
      const text = named(file.repo.text(found.home), name);
      return hurt(file, found, [
        { path: found.home, gone: true },
        { path, text },
      ]);
    },
  },
  {
    name: 'called agent deleted',
    roles: parts,
    apply: file => {
      const found = file.pick(called(file));
      return found && hurt(file, found, [{ path: found.home, gone: true }]);
    },
  },
  {
    name: 'called agent renamed',
    roles: parts,
    apply: file => {
      const found = file.pick(called(file));
      if (!found) return undefined;
      const name = `${found.word}-${file.pick(['v2', 'expert', 'new'])}`;
      const path = found.home.replace(/[^/]+$/, `${name}.md`);
      const text = named(file.repo.text(found.home), name);
      return hurt(file, found, [
        { path: found.home, gone: true },
        { path, text },
      ]);
    },
  },
  {
    name: 'linked file renamed',
    roles: [...parts, 'companion', 'memory'],
    apply: file => {
      const body = bodyOf(file.text, frontMatter(file.text)?.body ?? 0);
      const links = linksOf(body.prose).map(link => ({ ...link, home: targetOf(file.path, link.path) }));
      const link = file.pick(links.filter(each => isApart(file, each.home) && each.path !== '' && /\.md$/.test(each.home) && file.repo.text(each.home) !== undefined && each.home !== file.path)); // prettier-ignore
      if (!link) return undefined;
      const path = link.home.replace(/\.md$/, '-guide.md');
      const files = [{ path: link.home, gone: true }, { path, text: file.repo.text(link.home) }]; // prettier-ignore
      const also = links.filter(each => each.home === link.home).map(each => each.row.line);
      return { text: file.text, line: link.row.line, also, files, restorable: false };
    },
  },
  {
    name: 'linked file deleted',
    roles: [...parts, 'companion', 'memory'],
    apply: file => {
      const body = bodyOf(file.text, frontMatter(file.text)?.body ?? 0);
      const links = linksOf(body.prose).map(link => ({ ...link, home: targetOf(file.path, link.path) }));
      const link = file.pick(links.filter(each => isApart(file, each.home) && each.path !== '' && file.repo.paths.has(each.home) && each.home !== file.path)); // prettier-ignore
      if (!link) return undefined;
      const also = links.filter(each => each.home === link.home).map(each => each.row.line);
      return {
        text: file.text,
        line: link.row.line,
        also,
        files: [{ path: link.home, gone: true }],
        restorable: false,
      };
    },
  },
  {
    name: 'two agents of one name',
    roles: ['agent'],
    apply: file => {
      const key = frontMatter(file.text)?.key('name');
      const folder = file.path.replace(/[^/]+$/, '');
      const near = [...file.repo.agents].filter(([name, homes]) => name !== key?.value && homes.some(home => home.startsWith(folder) && home !== file.path)); // prettier-ignore
      const other = file.pick(near);
      if (!key || !isPlain(key) || !other || other[0].includes(':')) return undefined;
      const restorable = file.path.endsWith(`/${key.value}.md`);
      return broken(file.text, key.valueAt, key.valueEnd, other[0], { restorable });
    },
  },
  {
    name: 'skill file in lower case',
    roles: ['skill'],
    // The whole file is what is wrong: any line will do that a person sees first.
    apply: ({ text, path }) => moved(text, path, path.replace(/SKILL\.md$/, 'skill.md')),
  },
  {
    name: 'skill as a file without its folder',
    roles: ['skill'],
    apply: ({ text, path }) => (/\.claude\/skills\/[^/]+\/SKILL\.md$/.test(path) ? moved(text, path, path.replace(/\/SKILL\.md$/, '.md')) : undefined), // prettier-ignore
  },
  {
    name: 'skill one folder too deep',
    roles: ['skill'],
    apply: ({ text, path }) =>
      /\.claude\/skills\/[^/]+\/SKILL\.md$/.test(path)
        ? moved(text, path, path.replace(/skills\/([^/]+)/, 'skills/group/$1'))
        : undefined,
  },
  {
    name: 'component in a folder in the singular',
    roles: ['agent', 'skill', 'command'],
    apply: ({ text, path }) => (/\.claude\/(agents|commands|skills\/[^/]+)\/[^/]+\.md$/.test(path) ? moved(text, path, path.replace(/(?<=\.claude\/\w+)s\//, '/')) : undefined), // prettier-ignore
  },
  {
    name: 'skill file in the plural',
    roles: ['skill'],
    apply: ({ text, path }) => (/\.claude\/skills\/[^/]+\/SKILL\.md$/.test(path) ? moved(text, path, path.replace(/SKILL\.md$/, 'SKILLS.md')) : undefined), // prettier-ignore
  },
  {
    name: 'folder of a skill renamed',
    roles: ['skill'],
    apply: ({ text, path, pick }) => {
      const key = frontMatter(text)?.key('name');
      const parts = path.split('/');
      if (!key || key.value !== parts.at(-2)) return undefined;
      return moved(text, path, [...parts.slice(0, -2), `${key.value}-${pick(['v2', 'copy', 'old'])}`, 'SKILL.md'].join('/')); // prettier-ignore
    },
  },
];

/** The same text in another place. */
const moved = (text, from, to) => ({ text, line: 0, also: [1, 2], path: to, files: [{ path: from, gone: true }] }); // prettier-ignore
