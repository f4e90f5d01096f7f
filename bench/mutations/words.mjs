// Names, calls, paths and links in a body.
import { targetOf } from './links.mjs';
import { linksOf } from './markdown.mjs';
import { allRoles, group, inProse, inText, roles, slipGroup, withBody } from './matching.mjs';
import { anySlip, broken } from './text.mjs';

const slipPath = (match, { pick, repo, path }) => {
  const name = match[1].split('/').at(-1);
  const word = anySlip(name.replace(/\.\w+$/, ''), pick);
  if (!word) return undefined;
  const put = match[1].slice(0, match[1].length - name.length) + word + (/\.\w+$/.exec(name)?.[0] ?? '');
  if (repo.paths.has(targetOf(path, put)) || repo.paths.has(put)) return undefined;
  return [group(match), group(match) + match[1].length, put];
};

const agentName = (match, { repo }) => match[1].length > 4 && repo.agents.has(match[1]);

const skillName = (match, { repo }) => match[1].length > 4 && repo.skills.has(match[1]);

const noName = (word, { repo }) => repo.agents.has(word) || repo.skills.has(word);

const commandsOf = repo => [...repo.paths].filter(path => /(^|\/)commands\/.*\.md$/.test(path)).map(path => path.replace(/^.*?commands\//, '').replace(/\.md$/, '').replaceAll('/', ':')); // prettier-ignore

export default [
  ...[
    ['first bracket', 0],
    ['second bracket', 1],
    ['parenthesis', 2],
  ].map(([what, n]) => ({
    name: `link lost its ${what}`,
    roles: allRoles,
    apply: withBody(file => {
      const link = file.pick(
        linksOf(file.body.prose).filter(
          each =>
            !/\s/.test(each.target) &&
            (/^https?:/.test(each.target) || file.repo.paths.has(targetOf(file.path, each.path))),
        ),
      );
      if (!link) return undefined;
      const at = [link.start, link.at - 2, link.at - 1][n];
      return broken(file.text, at, at + 1, '');
    }),
  })),
  {
    name: 'address misspelt in its scheme',
    roles: allRoles,
    apply: inProse(/\]\((https?:\/\/)[^\s)]+\)/g, (match, { pick }) => [
      2,
      2 + match[1].length,
      pick(['https:/', 'htps://', 'http//', 'https//', 'https:', 'htttps://']),
    ]),
  },
  ...[
    ['brace', /\b(?:Skill|Task|Agent|TaskCreate|TaskUpdate|AskUserQuestion)\(\{[^{}()\n]*(\})\)/g],
    ['parenthesis', /\b(?:Skill|Task|Agent|TaskUpdate|TaskCreate)\(\{[^{}()\n]*\}(\))/g],
    ['quote', /\b(?:Skill|Task|TaskUpdate|Agent)\(\{? ?\w+[:=] ?['"][\w-]+(['"])/g],
    ['first quote', /\b(?:Skill|Task|TaskUpdate|Agent)\(\{? ?\w+[:=] ?(['"])(?=[\w-]+['"])/g],
    ['colon', /\b(?:Skill|Task|TaskUpdate)\(\{ ?\w+(:) ?['"]/g],
    ['first brace', /\b(?:Skill|Task|TaskUpdate)\((\{) ?\w+: ?['"][^'"\n]*['"]/g],
    ['comma', /TaskUpdate\(\{ ?taskId: ?['"][^'"\n]*['"](,) ?\w+:/g],
  ].map(([what, pattern]) => ({
    name: `call lost its ${what}`,
    roles,
    // The mark itself: another of its kind may stand in what the call gives.
    apply: inText(new RegExp(pattern, 'gd'), match => [...match.indices[1].map(at => at - match.index), '']),
  })),
  {
    name: 'tool of a call misspelt',
    roles,
    apply: inText(
      // `Task(s)` is a word of several tasks.
      /\b(Skill|Task|TaskUpdate|TaskCreate|TaskList|AskUserQuestion|Agent|TodoWrite)\((?=[{)\w])(?!s\))/g,
      slipGroup(),
    ),
  },
  {
    name: 'tool in inline code misspelt',
    roles,
    apply: inProse(
      /`(AskUserQuestion|WebFetch|WebSearch|TodoWrite|NotebookEdit|MultiEdit|TaskUpdate|TaskCreate|EnterPlanMode|ExitPlanMode|SendMessage)`/g,
      slipGroup(),
      { code: true },
    ),
  },
  {
    name: 'slash command misspelt',
    roles: allRoles,
    apply: inProse(
      /(?<![\w/.])\/([a-z][\w:-]{3,})(?![\w/.])/g,
      slipGroup((word, { repo }) => commandsOf(repo).includes(word)),
      { code: true, suits: ({ match }, { repo }) => commandsOf(repo).some(each => each === match[1]) },
    ),
  },
  {
    name: 'argument with a blank behind its dollar',
    roles: ['command'],
    apply: inText(/(\$)ARGUMENTS\b/g, () => [1, 1, ' ']),
  },
  {
    name: 'agent with an at sign misspelt',
    roles: allRoles,
    apply: inProse(/@(?:agent-)?([a-z][\w-]+)\b(?![./])/g, slipGroup(noName), {
      code: true,
      suits: ({ match }, file) => agentName(match, file),
    }),
  },
  {
    name: 'agent in bold misspelt',
    roles: allRoles,
    apply: inProse(/\*\*`?@?([a-z]+(?:-[a-z]+)+)`?\*\*/g, slipGroup(noName), {
      code: true,
      suits: ({ match }, file) => agentName(match, file),
    }),
  },
  {
    name: 'agent or skill in inline code misspelt',
    roles: allRoles,
    apply: inProse(/`([a-z]+(?:-[a-z0-9]+)+)`/g, slipGroup(noName), {
      code: true,
      suits: ({ match }, file) => agentName(match, file) || skillName(match, file),
    }),
  },
  {
    name: 'path in inline code misspelt',
    roles,
    apply: inProse(/`((?:\.{0,2}\/)?(?:[\w.-]+\/)+[\w.-]+\.\w+)`/g, slipPath, {
      code: true,
      suits: ({ match }, { repo, path }) => repo.paths.has(targetOf(path, match[1])) || repo.paths.has(match[1]),
    }),
  },
  {
    name: 'place to fill in lost a brace',
    roles,
    // To a program, such as Helm or Python, two braces are marks of its own.
    apply: withBody(file =>
      inText(
        /\{\{ ?\w+ ?\}(\})/g,
        (match, { pick }) =>
          pick([
            [0, 1, ''],
            [match[0].length - 1, match[0].length, ''],
          ]),
        ({ index }, { body, front }) => {
          const line = body.lines.findLast(({ at }) => at <= (front?.body ?? 0) + index);
          return !line.block || /^(?:markdown|md|text)?$/.test(line.block.info);
        },
      )(file),
    ),
  },
  {
    name: 'tool of a server with an underscore lost',
    roles,
    apply: inText(/\bmcp(__)[\w-]+?(__)\w+/g, (match, { pick }) => pick([[3, 5, '_'], [match[0].lastIndexOf('__'), match[0].lastIndexOf('__') + 2, '_']])), // prettier-ignore
  },
];
