// Variables of Claude Code, `${CLAUDE_PLUGIN_ROOT}`, that are misspelt or not written as it reads them.
import { lineStart } from '../syntax/lines';
import { slips } from '../workspace/slips';
import { changeTo } from './edits';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { defineRule, say } from './rule';
import { skillWith } from './samples';

export default defineRule({
  id: 'misspelt-variable',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  digest: perSection(text => (/AUDE_|\{claude/i.test(text) ? text : '')),
  needs: anyOf('AUDE_', '{claude', 'aude_'),
  roles: role => role === 'command' || role === 'skill',
  summary: 'A word that is nearly a variable of Claude Code, and so is not replaced.',
  why:
    'Claude Code puts folders and the like in the place of a few variables, by their exact names in `${…}`. Another name is ' +
    'handed to the model or the shell as it stands, and a path that begins with it leads nowhere.',
  source: 'Claude Code documentation, skills, August 2026 (2.1.240).',
  examples: [
    {
      bad: skillWith('Run `<|${CLAUDE_SKILLS_DIR}|>/run.sh`, or <|{{CLAUDE_SKILL_DIR}}|>/x.sh.'),
      good: skillWith('Run `${CLAUDE_SKILL_DIR}/run.sh`, or ${CLAUDE_SKILL_DIR}/x.sh.'),
    },
    {
      bad: skillWith('Run `<|${CLAUDE_PLUGINROOT}|>/run.sh` and `<|${CLAUDE_PLUGIN_ROOT|>/x.sh`.'),
      good: skillWith('Run `${CLAUDE_PLUGIN_ROOT}/run.sh` and `${CLAUDE_PLUGIN_ROOT}/x.sh`.'),
    },
    {
      bad: skillWith('Run `<|{CLAUDE_SKILL_DIR}|>/run.sh` and <|$CLAUDE_PLUGINROOT|>/x.sh.'),
      good: skillWith('Run `${CLAUDE_SKILL_DIR}/run.sh` and ${CLAUDE_PLUGIN_ROOT}/x.sh.'),
    },
    {
      bad: skillWith('Run `bash <|$(CLAUDE_PLUGIN_ROOT)|>/run.sh` or `<|${CLAUDE SKILL DIR}|>/x.sh`.'),
      good: skillWith('Run `bash ${CLAUDE_PLUGIN_ROOT}/run.sh` or `${CLAUDE_SKILL_DIR}/x.sh`.'),
    },
    {
      bad: skillWith(
        'Set ${CLAUDE_CODE_EFFORT}, $CLAUDE_PROJECT_DIR, ${CLAUDE_PLUGIN_ROOT:-.} and ${CLAUDE_CONFIG_DIR}.',
      ),
    },
    { bad: skillWith('Run "${OWN_ROOT:-${CLAUDE_PLUGIN_ROOT}}/x.sh".') },
  ],
  *check({ uri, text, body }) {
    const from = body?.span.start ?? text.length;
    for (const { index, 0: written, 1: braced, 2: closed, 3: bare, 4: plain, 5: called, 6: parted } of text
      .slice(from)
      .matchAll(variable)) {
      const own = braced ?? closed ?? called ?? parted;
      const meant = bare ?? (own === undefined ? withUnderscores(plain!) : meantBy(own));
      const right = `\${${meant}}`;
      if (meant === undefined || written === right) continue;
      const span = { start: from + index, end: from + index + written.length };
      // The second brace may end what stands around: `${NAME:-${CLAUDE_PLUGIN_ROOT}}`.
      if (written === `${right}}` && isWithinBraces(text, span.start)) continue;
      yield {
        span,
        message: say('Claude Code fills in `{0}`, spelt exactly like this; `{1}` stays as it is.', right, written),
        fixes: () => [changeTo({ uri }, span, right, 'best')],
      };
    }
  },
});

const names = [
  'CLAUDE_SESSION_ID',
  'CLAUDE_SKILL_DIR',
  'CLAUDE_PROJECT_DIR',
  'CLAUDE_PLUGIN_ROOT',
  'CLAUDE_PLUGIN_DATA',
];

/** `${X}`, `{{X}}`, and `${X/` that is not closed, `$X}` that is not opened; the very name without its `$`; one of the shell,
 * `$X`; the very name as a command of the shell, `$(X)`, or with other signs for its underscores. A default behind `:-` is the shell's business. */
const variable = new RegExp(
  '(?<![\\w$\\\\])(?:\\$\\{|\\{\\{ ?)(CLAUDE_?[A-Z_]{4,24})(?: ?\\}\\}|\\}|(?=[\\s"\'`/)]))|(?<![\\w$\\\\])\\$(CLAUDE_[A-Z_]{4,24})\\}|' +
    `(?<![\\w$\\\\{])\\{(${names.join('|')})\\}(?!\\})|(?<![\\w$\\\\])\\$(CLAUDE_[A-Z_]{4,24})(?![\\w}])|` +
    `(?<![\\w$\\\\])\\$(?:\\((${names.join('|')})\\)|\\{(${names.join('|').replaceAll('_', '[ -]')})\\})`,
  'gi',
);

/** A name of the shell may be its own, unless it has the very letters of one of these. */
function withUnderscores(written: string): string | undefined {
  const letters = (name: string): string => name.replaceAll('_', '');
  return names.includes(written) ? undefined : names.find(each => letters(each) === letters(written));
}

/** What people write for the last word. */
const folder = /_(?:DIR|ROOT|PATH|FOLDER|HOME)$/;

function meantBy(written: string): string | undefined {
  const name = written.toUpperCase().replace(/[ -]/g, '_');
  if (names.includes(name)) return name;
  const [near] = names.filter(each => slips(name, each) <= 2);
  return near ?? names.find(each => folder.test(each) && each.replace(folder, '') === name.replace(folder, ''));
}

/** Whether a brace is open before a place, on its line. */
function isWithinBraces(text: string, at: number): boolean {
  const before = text.slice(lineStart(text, at), at);
  return before.split('{').length > before.split('}').length;
}
