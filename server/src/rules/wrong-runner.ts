// Commands of a body that hand a script to a program of another language.
import { shift } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { defineRule, say } from './rule';
import { runnerSlips } from './runner-reading';
import { skillWith } from './samples';

export default defineRule({
  id: 'wrong-runner',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('.js', '.mjs', '.cjs', '.py', '.sh', '.bash', '.rb'),
  roles: readsBody,
  summary: 'A command that hands a script to a program of another language.',
  why: 'A program that is given a script of another language stops at its first line. The model runs the command as it stands.',
  source:
    'The documentation of Node.js, Python, Bash and Ruby: each runs programs of its own language; no file of 198 public packages and 18 repositories that is read has such a command, 30 November 2026.',
  examples: [
    {
      bad: skillWith('```bash\n<|python|> scripts/a.sh --b\n```\n\nRun `<|node|> scripts/a.py`.'),
      good: skillWith('```bash\nbash scripts/a.sh --b\n```\n\nRun `python3 scripts/a.py`.'),
    },
    {
      bad: skillWith(
        '```bash\npython a.py b.sh\n./a.sh --c d.js\nnode --test a.mjs\nbash -c "node a.js"\nsh run.sh a.py\n```\n\nIn node the file a.py is not read; bash scripts/*.py too.',
      ),
    },
  ],
  *check(document) {
    for (const section of document.body?.sections ?? []) {
      for (const { span, runner, ending, instead } of inSection(document, section)) {
        const place = shift(span, section.start);
        yield {
          span: place,
          message: say('`{0}` runs no script that ends with `.{1}`; `{2}` does.', runner, ending, instead),
          fixes: () => [changeTo(document, place, instead, 'best')],
        };
      }
    }
  },
});

/** In code alone: `the node run.py` may be words. */
const inSection = perSection((text, { codes, fences }) => {
  const places = [...codes.map(({ span }) => span), ...fences.map(({ span }) => span)];
  return [...runnerSlips(text)].filter(({ span }) =>
    places.some(({ start, end }) => start <= span.start && span.end <= end),
  );
});
