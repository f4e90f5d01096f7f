// JSON that its reader cannot read: a mistake of syntax, or a comment or comma that strict JSON does not have.
import type { Document } from '../syntax/document';
import type { Problem } from '../syntax/problem';
import type { Workspace } from '../workspace/workspace';
import { refusal } from './fields';
import { defineRule, say, type Finding, type Fix, type Message } from './rule';

const settings = (text: string): string => `-- .claude/settings.json --\n${text}\n`;

export default defineRule({
  id: 'invalid-json',
  severity: 'error',
  reach: 'document',
  summary: 'JSON that its reader cannot read.',
  why:
    'Claude Code reads strict JSON, without comments and without a comma behind the last entry. Where it fails, ' +
    'settings count for nothing, without a word in a run with `-p`, and a plugin or marketplace is rejected.',
  source: 'Observed: Claude Code 2.1.330, 24 November 2026.',
  examples: [
    {
      bad: settings('{\n  "model": "haiku"<|,|>\n}'),
      good: settings('{\n  "model": "haiku"\n}'),
    },
    {
      bad: settings('{\n  <|// The small one.|>\n  "model": "haiku"\n}'),
      good: settings('{\n  \n  "model": "haiku"\n}'),
    },
    { bad: settings('{ "model": "haiku" <|"effortLevel"|>: "low" }') },
    { bad: '-- agentwright.json --\n{\n  // Comments are fine here.\n  "tools": ["Deploy"],\n}\n' },
  ],
  *check(document, workspace) {
    if (document.language !== 'json') return;
    if (document.text.trim() === '') return;
    const strict = workspace.role(document.uri) !== 'configuration';
    for (const problem of document.problems) {
      const finding = ofProblem(problem, document, workspace);
      if (finding && (strict || problem.cause === 'invalid-json')) yield finding;
    }
  },
});

function ofProblem({ cause, span, args }: Problem, document: Document, workspace: Workspace): Finding | undefined {
  const consequence = refusal(document, workspace);
  const removal = (title: Message): (() => readonly Fix[]) => {
    const edits = [{ uri: document.uri, span, text: '' }];
    return () => [{ title, edits, safe: cause === 'json-comma', preferred: true }];
  };
  switch (cause) {
    case 'json-comment':
      return {
        span,
        message: say(`Strict JSON has no comments; ${consequence}.`),
        fixes: removal(say('Remove the comment')),
      };
    case 'json-comma':
      return {
        span,
        message: say(`No comma may stand behind the last entry; ${consequence}.`),
        fixes: removal(say('Remove the comma')),
      };
    case 'invalid-json':
      return { span, message: say(`This is not valid JSON ({0}); ${consequence}.`, args[0] ?? '') };
    default:
      return undefined;
  }
}
