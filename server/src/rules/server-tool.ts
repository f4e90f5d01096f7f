// Names of tools of MCP servers in a body, `mcp__server__tool`, that lack one of their underscores.
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { agentWith } from './samples';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'server-tool',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  digest: perSection(text => (text.includes('mcp_') ? text : '')),
  needs: anyOf('mcp_'),
  roles: readsBody,
  summary: 'The name of a tool of an MCP server that lacks an underscore.',
  why:
    'Two underscores stand after `mcp` and after the server. With one there is no tool of that name, and the model has to guess ' +
    'which is meant. After the server it is told only where the file names that server rightly elsewhere.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    {
      bad: agentWith('Use `<|mcp_linear__create_comment|>`.\n'),
      good: agentWith('Use `mcp__linear__create_comment`.\n'),
    },
    {
      bad: agentWith('Use mcp__task-master__list.\n\n# B\n\nThen <|mcp__task-master_set_status|>.\n'),
      good: agentWith('Use mcp__task-master__list.\n\n# B\n\nThen mcp__task-master__set_status.\n'),
    },
    { bad: agentWith('See mcp_server_tool, mcp__linear__get, mcp__linear__* and mcp__my_server.\n') },
  ],
  *check(document) {
    const sections = document.body?.sections ?? [];
    const found = sections.flatMap(section =>
      namesIn(document, section).map(each => ({ ...each, span: shift(each.span, section.start) })),
    );
    const servers = new Set(found.flatMap(({ name }) => /^mcp__(.+?)__/.exec(name)?.[1] ?? []));
    for (const { name, span } of found) {
      const right = meantBy(name, servers);
      if (right === undefined) continue;
      yield {
        span,
        message: say('Tools of servers are called `mcp__server__tool`; this one lacks an underscore.'),
        fixes: () => [changeTo(document, span, right, 'best')],
      };
    }
  },
});

const pattern = /(?<![\w/.-])mcp_[A-Za-z_][\w-]*/g;

interface Name {
  readonly name: string;
  readonly span: Span;
}

const namesIn = perSection((text): readonly Name[] =>
  text.includes('mcp_')
    ? [...text.matchAll(pattern)].map(({ index, 0: name }) => ({
        name,
        span: { start: index, end: index + name.length },
      }))
    : [],
);

function meantBy(name: string, servers: ReadonlySet<string>): string | undefined {
  if (/^mcp_[^_].*?[^_]__[^_]/.test(name)) return name.replace('mcp_', 'mcp__');
  if (!name.startsWith('mcp__') || name.includes('__', 5)) return undefined;
  const server = [...servers].find(each => name.startsWith(`mcp__${each}_`));
  return server && `mcp__${server}_${name.slice(5 + server.length)}`;
}
