// Names of output styles in settings that Claude Code does not find.
import { builtinStyles } from '../dialects/claude/styles';
import { baseName } from '../workspace/uris';
import { changesTo } from './edits';
import { nearest } from './nearest';
import { defineReferenceRule, say } from './rule';

const style = (frontMatter: string): string =>
  `-- .claude/output-styles/terse.md --\n---\n${frontMatter}---\n\nBe brief.\n`;
const settings = (name: string): string => `-- .claude/settings.json --\n{ "outputStyle": "${name}" }\n`;

export default defineReferenceRule({
  id: 'unknown-output-style',
  severity: 'warning',
  reach: { names: ['exists'] },
  reads: ['style'],
  summary: 'The name of an output style that Claude Code does not find.',
  why:
    'Claude Code goes on without a style and says nothing. It compares names letter by letter, upper and lower case too, and knows a ' +
    'style by its `name`; by its file, only where it has none.',
  source: 'Observed: Claude Code 2.1.330, 29 November 2026.',
  examples: [
    {
      bad: settings('<|terse|>') + style('name: Terse Words\n'),
      good: settings('Terse Words') + style('name: Terse Words\n'),
    },
    { bad: settings('<|explanatory|>'), good: settings('Explanatory') },
    { bad: settings('<|terse words|>') + style('name: Terse Words\n') },
    { bad: settings('terse') + style('description: Brief.\n') },
    { bad: settings('Learning') },
    { bad: settings('kit:Loud') },
  ],
  references: {
    kind: 'style',
    check({ name, span, symbol }, document, workspace) {
      const { uri } = document;
      // A plugin may bring it along.
      if (name === '' || name.includes(':') || builtinStyles.some(({ value }) => value === name)) return undefined;
      const { found, elsewhere } = workspace.resolve(symbol, uri);
      if (found.length > 0 || elsewhere.length > 0) return undefined;
      return {
        span,
        // What one person sets for the project may lie in that person's home.
        ...(baseName(uri) === 'settings.local.json' && { severity: 'information' as const }),
        message: say('No output style `{0}` is found, so Claude Code silently goes on without one.', name),
        fixes: () => {
          const known = workspace.visible('style', uri);
          const byFile = known.filter(each => baseName(each.uri) === `${name}.md`).map(each => each.name);
          const names = new Set([...known.map(each => each.name), ...builtinStyles.map(({ value }) => value)]);
          return changesTo(document, span, [...new Set([...byFile, ...nearest(name, names)])]);
        },
      };
    },
  },
});
