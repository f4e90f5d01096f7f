// Agents whose name is one slip of the pen away from that of their file, or was never written.
import { entry } from '../syntax/data';
import { slips } from '../workspace/slips';
import { baseName, parent } from '../workspace/uris';
import { changeTo, second } from './edits';
import { moveTo } from './moving';
import { defineRule, say } from './rule';

const agent = (file: string, name: string): string =>
  `-- .claude/agents/${file}.md --\n---\nname: ${name}\ndescription: Helps.\n---\nHelp.\n`;

export default defineRule({
  id: 'agent-file-name',
  severity: 'information',
  reach: 'document',
  values: ['name'],
  roles: role => role === 'agent',
  reads: 'front matter',
  summary: 'An agent whose `name` differs by one slip from the name of its file, or is only a placeholder.',
  why:
    'Claude Code knows an agent by its `name` alone, and the file may be called otherwise. Where both are nearly the same, one ' +
    'of them is a slip, and whoever asks for the agent by the name of its file does not find it.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    { bad: agent('reviewer', '<|reveiwer|>'), good: agent('reviewer', 'reviewer') },
    { bad: agent('code-reviewer', '<|code-reviwer|>'), good: agent('code-reviewer', 'code-reviewer') },
    { bad: agent('reviewer', '<|your-agent-name|>'), good: agent('reviewer', 'reviewer') },
    { bad: agent('reviewer', '<|none|>'), good: agent('reviewer', 'reviewer') },
    { bad: agent('reviewers', 'reviewer') },
    { bad: agent('planner-v2', 'planner-v3') },
    { bad: agent('code_reviewer', 'code-reviewer') },
    { bad: agent('helper', 'reviewer') },
    { bad: agent('metal-engineer', 'Metal/Engineer') },
  ],
  *check(document, workspace) {
    const name = entry(document.data, 'name')?.value;
    const file = baseName(document.uri).replace(/(\.agent)?\.md$/i, '');
    if (name?.is !== 'scalar') return;
    if (proper.test(file) && file !== name.text && placeholder.test(name.text)) {
      const message = say('This name is only a placeholder. The file is called `{0}`.', file);
      yield { span: name.outer, message, fixes: () => [changeTo(document, name.outer, file, 'best')] };
    }
    if (!isSlip(name.text, file)) return;
    yield {
      span: name.span,
      message: say('The file is called `{0}`, which is almost the same. Give both the same name.', file),
      fixes: () => [
        changeTo(document, name.span, file),
        ...moveTo(
          workspace,
          document.uri,
          renamed(document.uri, file, name.text),
          say('Rename the file to `{0}`', name.text),
        ).map(second),
      ],
    };
  },
});

/** The place of the file under another name, with the ending that it has. */
const renamed = (uri: string, file: string, name: string): string =>
  `${parent(uri)}/${name}${baseName(uri).slice(file.length)}`;

/** One letter, in words of some length; another number or another ending in `s` is meant. */
function isSlip(name: string, file: string): boolean {
  if (name === file || file.length < 5 || !proper.test(file)) return false;
  // A hyphen twice, or a mark that was to end something else.
  if (name.replace(/-{2,}/g, '-').replace(/^-|[-,;.]$/g, '') === file) return true;
  if (!proper.test(name)) return false;
  const letters = (text: string): string => text.toLowerCase().replace(/[-_ ]/g, '');
  const [written, wanted] = [letters(name), letters(file)];
  if (written === wanted || written === `${wanted}s` || wanted === `${written}s`) return false;
  return name.replace(/\D/g, '') === file.replace(/\D/g, '') && slips(written, wanted) === 1;
}

/** What templates have in place of a name. */
const placeholder =
  /^(?:(?:your|my)-(?:sub)?agent(?:-name)?|(?:sub)?agent-name|your-name(?:-here)?|none|undefined|n\/a|<[\w -]*name[\w -]*>)$/i;

const proper = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
