// Places of a template that nobody wrote: `[INSERT NAME HERE]` and `Lorem ipsum dolor`.
import type { Document } from '../syntax/document';
import { lineStart, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { anyOf } from './needs';
import { proseMatches } from './prose';
import { agentWith } from './samples';
import { defineRule, say, type Fix } from './rule';

export default defineRule({
  id: 'unwritten-place',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('[INSERT', 'Lorem'),
  roles: role => readsBody(role) && role !== 'companion',
  summary: 'A place of a template that is still to be written, such as `[INSERT NAME HERE]` or `Lorem ipsum dolor`.',
  why:
    'The model reads it as a part of its instructions, and may write it out again. In code, quotes and the files of a skill it is ' +
    'taken for what is to be filled in.',
  source: 'Templates in public repositories, 29 November 2026.',
  examples: [
    { bad: agentWith('You review <|[INSERT NAME OF PROJECT HERE]|>.\n') },
    {
      bad: agentWith('# A\n\n<|Lorem ipsum dolor|> sit amet, consectetur.\n\nWork.\n\n<|[INSERT RULES HERE]|>\n'),
      good: agentWith('# A\n\nWork.\n\n'),
    },
    {
      bad: agentWith(
        'No Lorem Ipsum. Never write "Lorem ipsum dolor" or `[INSERT X HERE]`.\n\n[Insert the plan here]\n\n```\n[INSERT X HERE]\n```\n',
      ),
    },
  ],
  *check(document) {
    for (const { span } of proseMatches(document, pattern, true)) {
      yield {
        span,
        message: say('This placeholder of a template is still to be filled in; the model reads it as it stands.'),
        fixes: () => removedLine(document, span),
      };
    }
  },
});

/** Where nothing else stands in its line, the line may go, and of the blank ones around it one. */
function removedLine({ uri, text }: Document, { start, end }: Span): Fix[] {
  const from = lineStart(text, start);
  const below = nextLine(text, end);
  const rest = text.slice(from, start) + (text.startsWith('Lorem', start) ? '' : text.slice(end, below));
  if (rest.trim() !== '') return [];
  const isApart = /\n\r?\n$/.test(text.slice(0, from)) && /^\r?\n/.test(text.slice(below));
  const edits = [{ uri, span: { start: from, end: isApart ? nextLine(text, below) : below }, text: '' }];
  return [{ title: say('Remove the line'), edits, safe: false }];
}

const pattern = /(?<!["“'])(?:\[INSERT [A-Z0-9 ,'’_/-]{2,60} HERE\](?!\()|\bLorem ipsum dolor\b)/g;
