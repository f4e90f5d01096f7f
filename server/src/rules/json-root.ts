// JSON files that are empty, or whose whole is a list or a single value where keys are read.
import type { Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Role } from '../workspace/classify';
import { baseName, parent } from '../workspace/uris';
import { hyphenated } from './drafts';
import { defineRule, say, type Fix } from './rule';

const plugin = (text: string): string => `-- tools/.claude-plugin/plugin.json --\n${text}`;
const roles: readonly Role[] = ['plugin', 'marketplace', 'settings', 'hooks', 'mcp'];

export default defineRule({
  id: 'json-root',
  severity: 'warning',
  reach: 'document',
  roles: role => roles.includes(role),
  summary: 'A JSON file that is empty, or a list or single value where keys are read.',
  why:
    'All of these files are keys with values between `{` and `}`. In a list, a text or `null` there are no keys, so nothing of ' +
    'the file counts; a plugin or marketplace lacks its `name` then, without which it is rejected. An empty text is no JSON.',
  source: "Claude Code's documentation, August 2026; RFC 8259. Observed of missing names: Claude Code 2.1.330.",
  examples: [
    { bad: plugin('<||>'), good: plugin('{\n  "name": "tools"\n}\n') },
    { bad: plugin('<|null|>\n'), good: plugin('{\n  "name": "tools"\n}\n') },
    { bad: '-- .mcp.json --\n<|[]|>\n', good: '-- .mcp.json --\n{\n  "mcpServers": {}\n}\n' },
    {
      bad: '-- .claude/settings.json --\n<|[|>{ "model": "haiku" }]\n',
      good: '-- .claude/settings.json --\n{ "model": "haiku" }\n',
    },
    { bad: '-- .claude/settings.json --\n{}\n-- hooks/hooks.json --\n{ "hooks": {} }\n' },
  ],
  *check(document, workspace) {
    const { data, text } = document;
    const role = workspace.role(document.uri);
    if (document.language !== 'json' || data?.is === 'map') return;
    const isEmpty = text.trim() === '';
    if (isEmpty) {
      yield {
        span: { start: 0, end: 0 },
        ...(role === 'settings' && { severity: 'information' as const }),
        message: say('The file is empty, so it sets nothing; it has to begin with `{` and end with `}`.'),
        fixes: () => [begun(document, role, { start: 0, end: text.length })],
      };
      return;
    }
    // What cannot be read is told of as such.
    if (!data || document.problems.length > 0) return;
    const isOfPlugin = workspace.plugin(document.uri)?.root === parent(parent(document.uri));
    const { start, end } = data.is === 'scalar' ? data.outer : data.span;
    yield {
      // Observed: Claude Code 2.1.330, 30 November 2026.
      ...((role === 'mcp' || (role === 'hooks' && isOfPlugin)) && { severity: 'error' as const }),
      span: data.is === 'list' && data.items.length > 0 ? { start, end: start + 1 } : { start, end },
      message:
        data.is === 'list'
          ? say('The whole file is a list, but only keys between `{` and `}` are read here, so nothing in it counts.')
          : say(
              'The whole file is a single value, but only keys between `{` and `}` are read here, so it counts for nothing.',
            ),
      fixes: () => fixesOf(document, role, data),
    };
  },
});

function fixesOf(document: Document, role: Role, data: Data): Fix[] {
  if (data.is === 'map') return [];
  const [only, ...more] = data.is === 'list' ? data.items : [];
  const { uri, text } = document;
  if (only?.value?.is === 'map' && more.length === 0) {
    const edits = [{ uri, span: data.span, text: text.slice(only.span.start, only.span.end) }];
    return [{ title: say('Remove the brackets around it'), edits, safe: false, preferred: true }];
  }
  if (only) return [];
  return [begun(document, role, data.is === 'scalar' ? data.outer : data.span)];
}

/** What such a file has at least. */
function begun({ uri, text }: Document, role: Role, span: Span): Fix {
  const name = hyphenated(baseName(parent(parent(uri)))) || 'tools';
  const first: Partial<Record<Role, object>> = {
    plugin: { name },
    marketplace: { name, owner: { name }, plugins: [] },
    mcp: { mcpServers: {} },
    hooks: { hooks: {} },
  };
  const written = JSON.stringify(first[role] ?? {}, undefined, 2) + (/\n$/.test(text.slice(span.end)) ? '' : '\n');
  return { title: say('Begin the file'), edits: [{ uri, span, text: written }], safe: false, preferred: true };
}
