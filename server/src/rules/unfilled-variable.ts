// Variables in the body of an agent, which nobody fills in.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { anyOf } from './needs';
import { blockAt, isInSampleFile, isShell } from './prose';
import { defineRule, say } from './rule';
import { agentWith } from './samples';

export default defineRule({
  id: 'unfilled-variable',
  severity: 'warning',
  reach: 'document',
  needs: anyOf('$ARGUMENTS', '{CLAUDE_'),
  roles: role => role === 'agent',
  summary: 'A variable in the body of an agent, where Claude Code fills in none.',
  why:
    'Commands and skills are given `$ARGUMENTS` and `${CLAUDE_…}`; the body of an agent is handed on as it stands, so the ' +
    'model reads the name of the variable. What an agent is to work on stands in the prompt that starts it. In agents of ' +
    'plugins the folders of plugin, data and project are filled in, and nothing else.',
  source: 'Observed: Claude Code 2.1.330, 22 and 28 November 2026.',
  examples: [
    { bad: agentWith('Work on: <|$ARGUMENTS|>\n') },
    { bad: agentWith('```bash\ncd "<|${CLAUDE_PLUGIN_ROOT}|>" && make\n```\n\nStay in ${CLAUDE_PLUGIN_ROOT}.\n') },
    { bad: agentWith('```bash\ncd ${CLAUDE_PROJECT_DIR}\nARGUMENTS=$1\necho $ARGUMENTS\n```\n') },
    { bad: agentWith('````markdown\n---\nname: b\n---\nFix $ARGUMENTS.\n````\n') },
    { bad: agentWith('```markdown\n# Command\n\nFix $ARGUMENTS.\n```\n\nIt needs a place for $ARGUMENTS.\n') },
    { bad: agentWith('Write commands with `$ARGUMENTS` in them, and $HOME or ${NAME}.\n') },
    {
      bad:
        '-- .claude-plugin/plugin.json --\n{ "name": "p" }\n-- agents/a.md --\n---\nname: a\ndescription: Works.\n---\n\n' +
        'Run ${CLAUDE_PLUGIN_ROOT}/x.sh for <|$ARGUMENTS|>.\n',
    },
    { bad: '-- .claude/commands/go.md --\nWork on $ARGUMENTS.\n' },
  ],
  *check(document, workspace) {
    const { uri, text, body } = document;
    // Elsewhere a file is an agent by its looks alone, which a command may share.
    if (!body || !uri.includes('/agents/') || workspace.verdict(document)?.listed !== true) return;
    const said = new Set<string>();
    const isOfPlugin = workspace.plugin(uri) !== undefined;
    for (const { start, end, content } of body.sections) {
      for (const { index, 0: name } of text.slice(start, end).matchAll(variable)) {
        // In inline code it is most often spoken of: agents write commands, too.
        const span = { start: start + index, end: start + index + name.length };
        const isCode = content.codes.some(({ outer }) => outer.start <= index && index < outer.end);
        if (isCode || said.has(name) || (isOfPlugin && filledInPlugins.test(name))) continue;
        if (isOfShell(document, span, name) || isInSampleFile(document, span)) continue;
        if (name === '$ARGUMENTS' && teachesCommands(document)) continue;
        said.add(name);
        yield {
          span,
          message: say(
            'Claude Code does not fill in `{0}` in the body of an agent, so the model reads it as it stands.',
            name,
          ),
        };
      }
    }
  },
});

/** Seen in the requests of 2.1.330, 28 November 2026. */
const filledInPlugins = /PLUGIN_ROOT|PLUGIN_DATA|PROJECT_DIR/;

const variable = /\$ARGUMENTS\b|\$\{CLAUDE_(?:PLUGIN_ROOT|PLUGIN_DATA|SKILL_DIR|PROJECT_DIR|SESSION_ID)\}/g;

/** Whether a block shows how the text of a command is written: then the rest speaks of such texts too. */
const teachesCommands = ({ body, text }: Document): boolean =>
  (body?.sections ?? []).some(({ start, content }) =>
    content.fences.some(
      ({ info, span }) =>
        /^(?:md|markdown)\b/i.test(text.slice(start + info.start, start + info.end)) &&
        text.slice(start + span.start, start + span.end).includes('$ARGUMENTS'),
    ),
  );

/** Whether it stands among the commands of a shell, which may have a variable of that name from its surroundings, or from
 * the commands themselves. */
function isOfShell(document: Document, span: Span, name: string): boolean {
  const block = blockAt(document, span);
  const { text } = document;
  if (!block || !isShell(text.slice(block.info.start, block.info.end))) return false;
  if (/PROJECT_DIR|SESSION_ID/.test(name)) return true;
  return text.slice(block.span.start, span.start).includes(`${name.replace(/[${}]/g, '')}=`);
}
