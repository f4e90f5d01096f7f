// Front matter that is not valid YAML, with what each reader makes of it.
import type { Document } from '../syntax/document';
import { lineAt } from '../syntax/lines';
import type { Problem, ProblemCause } from '../syntax/problem';
import type { Workspace } from '../workspace/workspace';
import { defineRule, say, type Finding } from './rule';
import { isPlaceholder } from './fields';
import { isMargin, withoutMargin } from './key-margin';
import { isEmptyBlock, isInside, spills, type Spill } from './spill';
import { tomlSigns } from './toml-keys';
import { consequence, fatalProblems, within } from './yaml-consequence';
import { isOfMerge } from './merge-marks';
import { indented, spillFixes, yamlFixes } from './yaml-fixes';
import { indentation, ofSeveral, runsOf, type Run } from './yaml-runs';
import { verdictOn } from './yaml-verdict';

const nameless = '-- .claude/agents/a.md --\n---\n';
const head = `${nameless}name: a\n`;
const plainHead = `${head}description: Helps.\n`;

export default defineRule({
  id: 'invalid-yaml',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  summary: 'Front matter that is not valid YAML.',
  why:
    'Where Claude Code cannot read the front matter, it puts suspicious values of the outermost keys in quotes and tries ' +
    'once more. What that does not mend drops an agent, and takes all keys from a skill, without a message. Strict readers ' +
    'such as Copilot CLI, Gemini CLI and the validator of the open standard do not try again: they drop the file.',
  source:
    'Observed: Claude Code 2.1.330 on 2,108 public files and 495 broken ones, 22 November 2026; Copilot CLI 1.0.102, Codex 0.169.0 and Gemini CLI 0.61.0, 24 November 2026.',
  examples: [
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nhooks:\n  pre: |\n    Run this:\n<|import json\nprint(1)|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nhooks:\n  pre: |\n    Run this:\n    import json\n    print(1)\n---\n',
    },
    { bad: `${head}description: “Use<|:|> it”\n---\n`, good: `${head}description: "Use: it"\n---\n` },
    {
      bad: `${head}description: Use this<|:|> always\n---\n`,
      good: `${head}description: "Use this: always"\n---\n`,
    },
    {
      bad: `${head}description: Use "this"<|:|> always\n---\n`,
      good: `${head}description: 'Use "this": always'\n---\n`,
    },
    {
      bad: `${head}description: Use this<|:|> always,\n  or never\n---\n`,
      good: `${head}description: >-\n  Use this: always,\n  or never\n---\n`,
    },
    {
      bad: `${head}description: Use this<|:|>\n\n<example>\nuser: "Hello"\n</example>\nmodel: opus\n---\n`,
      good: `${head}description: |-\n  Use this:\n\n  <example>\n  user: "Hello"\n  </example>\nmodel: opus\n---\n`,
    },
    {
      bad: '-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Helps.\nglobs: <|**/*.ts|>\n---\n',
      good: '-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Helps.\nglobs: "**/*.ts"\n---\n',
    },
    {
      bad: `${head}description: <|&|>everything works\n---\n`,
      good: `${head}description: "&everything works"\n---\n`,
    },
    {
      bad: `${head}description: <|->|>\n  Use this: always.\n---\n`,
      good: `${head}description: >-\n  Use this: always.\n---\n`,
    },
    {
      bad: `${head}description: <|"|"|>\n  Use this\n  always.\n---\n`,
      good: `${head}description: |\n  Use this\n  always.\n---\n`,
    },
    {
      bad: `${head}description: |\n<|Helps with|>\nmany tests.\n\nIn short: all.\nmodel: opus\n---\n`,
      good: `${head}description: |\n  Helps with\n  many tests.\n\n  In short: all.\nmodel: opus\n---\n`,
    },
    {
      bad: `${head}description: >\n<|Use it when you have:|>\n- a test\n- a file\nrisk: low\n---\n`,
      good: `${head}description: >\n  Use it when you have:\n  - a test\n  - a file\nrisk: low\n---\n`,
    },
    { bad: `${plainHead}hooks:\n<|\t|>Stop: []\n---\n`, good: `${plainHead}hooks:\n  Stop: []\n---\n` },
    { bad: `${head}description: <|"|>Helps.\n---\n`, good: `${head}description: "Helps."\n---\n` },
    { bad: `${head}description: "a" <|and "b"|>\n---\n`, good: `${head}description: '"a" and "b"'\n---\n` },
    { bad: `${head}description: 'don'<|t do this'|>\n---\n`, good: `${head}description: "don't do this"\n---\n` },
    { bad: `${plainHead}model:<|\u00A0|>opus\n---\n`, good: `${plainHead}model: opus\n---\n` },
    {
      bad: `${plainHead}skills:\n  - tdd\n  <|lint|>\n  - help\n---\n`,
      good: `${plainHead}skills:\n  - tdd\n  - lint\n  - help\n---\n`,
    },
    {
      bad: `${plainHead}skills:\n  - tdd\n  <|• lint|>\n---\n`,
      good: `${plainHead}skills:\n  - tdd\n  - lint\n---\n`,
    },
    {
      bad: `${plainHead}skills:\n  - tdd\n  - lint\n<|- help|>\n---\n`,
      good: `${plainHead}skills:\n  - tdd\n  - lint\n  - help\n---\n`,
    },
    {
      bad: `${plainHead}tools: ["Read" <|"|>Grep"]\n---\n`,
      good: `${plainHead}tools: ["Read", "Grep"]\n---\n`,
    },
    { bad: `${plainHead}tools: <|[|>Read, Grep}\n---\n`, good: `${plainHead}tools: [Read, Grep]\n---\n` },
    { bad: `${plainHead}<|model:|>opus\n---\n`, good: `${plainHead}model: opus\n---\n` },
    { bad: `${plainHead}<|model opus|>\n---\n`, good: `${plainHead}model: opus\n---\n` },
    { bad: `${plainHead}tools: <|[|>Read, Write\n---\n`, good: `${plainHead}tools: [Read, Write]\n---\n` },
    { bad: `${plainHead}model: opus\n<|model|>: haiku\n---\n`, good: `${plainHead}model: haiku\n---\n` },
    {
      bad: `${head}description: Helps.\n  model<|:|> opus\n---\n`,
      good: `${head}description: Helps.\nmodel: opus\n---\n`,
    },
    { bad: `${head}description: >+<|-|>\n  Helps.\n---\n`, good: `${head}description: >+\n  Helps.\n---\n` },
    {
      bad: `${head}description: >- <|Helps|>\n  with all.\n---\n`,
      good: `${head}description: >-\n  Helps\n  with all.\n---\n`,
    },
    { bad: `${head}description: > <|Helps.|>\n---\n`, good: `${head}description: Helps.\n---\n` },
    {
      bad: `${head}description: "Helps in C:<|\\p|>rojects."\n---\n`,
      good: `${head}description: 'Helps in C:\\projects.'\n---\n`,
    },
    {
      bad: `${head}description: "Counts <|\\d|>, isn't it?"\n---\n`,
      good: `${head}description: "Counts \\\\d, isn't it?"\n---\n`,
    },
    { bad: `${plainHead}tools: [<|"|>Read, Grep]\n---\n`, good: `${plainHead}tools: ["Read", Grep]\n---\n` },
    { bad: `${plainHead}tools: [<|"|>Read', "Grep"]\n---\n`, good: `${plainHead}tools: ["Read", "Grep"]\n---\n` },
    { bad: `${plainHead}model: ""<|opus""|>\n---\n`, good: `${plainHead}model: "opus"\n---\n` },
    {
      bad: `${plainHead}<|\`|>\`\`yaml\nmodel: opus\n<|\`|>\`\`\n---\n`,
    },
    {
      bad: `${plainHead}skills: [\n  <|- tdd\n  - help\n|>]\n---\n`,
      good: `${plainHead}skills:\n  - tdd\n  - help\n---\n`,
    },
    {
      bad: `${plainHead}tools: [\n<|Read,|>\nGrep\n]\nmodel: opus\n---\n`,
      good: `${plainHead}tools: [\n  Read,\n  Grep\n]\nmodel: opus\n---\n`,
    },
    { bad: `${plainHead}tools: "Read"<|, "Grep"|>\n---\n`, good: `${plainHead}tools: Read, Grep\n---\n` },
    {
      bad: `${head}description: Reviews code. tools<|:|> Read, Grep\n---\n`,
      good: `${head}description: Reviews code.\ntools: Read, Grep\n---\n`,
    },
    {
      bad: `${head}description: Use it. tools<|:|> all that you need\n---\n`,
      good: `${head}description: "Use it. tools: all that you need"\n---\n`,
    },
    { bad: `${plainHead}"model": "opus"<|,|>\n---\n`, good: `${plainHead}"model": "opus"\n---\n` },
    { bad: `${plainHead}<|"model: opus"|>\n---\n`, good: `${plainHead}model: opus\n---\n` },
    { bad: `${plainHead}metadata:\n  a: 1\n  <|b 2|>\n  c: 3\n---\n` },
    {
      bad: `${plainHead}metadata:\n  a: one\n    <|b: 2|>\n---\n`,
      good: `${plainHead}metadata:\n  a: one\n  b: 2\n---\n`,
    },
    {
      bad: `${plainHead}metadata:\n  a: 1\n  <|a|>: 1\n---\n`,
      good: `${plainHead}metadata:\n  a: 1\n---\n`,
    },
    { bad: `${plainHead}<|model -> opus|>\n---\n`, good: `${plainHead}model: opus\n---\n` },
    { bad: `${plainHead}<|model：opus|>\n---\n`, good: `${plainHead}model: opus\n---\n` },
    { bad: `${plainHead}<|*|>*model**: opus\n---\n`, good: `${plainHead}model: opus\n---\n` },
    { bad: `${plainHead}<|\`|>model\`: opus\n---\n`, good: `${plainHead}model: opus\n---\n` },
    { bad: `${plainHead}- model<|:|> opus\n---\n`, good: `${plainHead}model: opus\n---\n` },
    { bad: `${plainHead}<|// for later|>\n---\n`, good: `${plainHead}# for later\n---\n` },
    { bad: `${plainHead}model: opus\n<|</parameter>|>\n---\n`, good: `${plainHead}model: opus\n---\n` },
    {
      bad: `${plainHead}tools:\n  - <|[|>x] Read\n  - [x] Grep\n---\n`,
      good: `${plainHead}tools:\n  - Read\n  - Grep\n---\n`,
    },
    {
      bad: `${plainHead}tools:\n  - Read\n  - <|[|>x] Grep\n---\n`,
      good: `${plainHead}tools:\n  - Read\n  - Grep\n---\n`,
    },
    { bad: `${plainHead}model: <|**opus**|>\n---\n`, good: `${plainHead}model: opus\n---\n` },
    { bad: `${plainHead}tools: <|\`|>Read\`, \`Grep\`\n---\n`, good: `${plainHead}tools: Read, Grep\n---\n` },
    { bad: `${plainHead}skills:\n  - tdd\n  <|+ lint|>\n---\n`, good: `${plainHead}skills:\n  - tdd\n  - lint\n---\n` },
    {
      bad: `${plainHead}skills:\n  - tdd\n  <|2. lint|>\n---\n`,
      good: `${plainHead}skills:\n  - tdd\n  - lint\n---\n`,
    },
    {
      bad: '-- .claude/agents/a.md --\n---\n<| |>name: a\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\n<|  |>name: a\n  tools:\n    - Read\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ntools:\n  - Read\ndescription: Helps.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\n<|\t|>name: a\n\tdescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\n',
    },
    { bad: '-- .claude/agents/a.md --\n---\n  name: a\n  description: Helps.\n  tools:\n    - Read\n---\n' },
    {
      bad: '-- .claude/agents/a.md --\n---\n<|- name: a|>\n- description: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\n<|- name: a|>\n  description: Helps.\n  tools:\n    - Read\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools:\n  - Read\n---\n',
    },
    {
      bad: `${plainHead}skills:\n  <|- [tdd](../skills/tdd/SKILL.md)|>\n---\n`,
      good: `${plainHead}skills:\n  - tdd\n---\n`,
    },
    {
      bad: `${plainHead}tools: <|[|>Read, Grep] and Bash\n---\n`,
      good: `${plainHead}tools: [Read, Grep, Bash]\n---\n`,
    },
    { bad: `${plainHead}model: model<|:|> opus\n---\n`, good: `${plainHead}model: opus\n---\n` },
    { bad: `${nameless}name: <|-|>\ndescription: "Helps."<|.|>\n---\n`, good: `${head}description: "Helps."\n---\n` },
    {
      bad: `${head}description: 'It\\'<|s a helper'|>\n---\n`,
      good: `${head}description: "It's a helper"\n---\n`,
    },
    {
      bad: `${head}description: ""<|"|>\nHelps with\ntests.\n"""\n---\n`,
      good: `${head}description: |-\n  Helps with\n  tests.\n---\n`,
    },
    { bad: `${head}description: ""<|"Helps."""|>\n---\n`, good: `${head}description: "Helps."\n---\n` },
    { bad: `${plainHead}<|skills|>\n  - tdd\n  - lint\n---\n`, good: `${plainHead}skills:\n  - tdd\n  - lint\n---\n` },
    {
      bad: `${head}<|**description:**|> Helps.\n<|**model:**|> opus\n---\n`,
      good: `${head}description: Helps.\nmodel: opus\n---\n`,
    },
    {
      bad: `${plainHead}skills:\n  - tdd\n <|- lint|>\n---\n`,
      good: `${plainHead}skills:\n  - tdd\n  - lint\n---\n`,
    },
  ],
  *check(document, workspace) {
    const isMerge = isOfMerge(document);
    const problems = document.problems.filter(
      problem => isYaml(problem.cause) && !isTemplate(document.text, problem) && !isMerge(problem.span),
    );
    if (!isRead(document, workspace) || isToml(document)) return;
    const spilt = spills(document, workspace);
    const fatal = fatalProblems(document, workspace, problems, spilt);
    const told = new Set<Spill>();
    for (const run of runsOf(document.text, problems)) {
      const [problem] = run.problems;
      const spill = spilt.find(each => within(problem.span, { start: each.span.start, end: each.below.end }));
      if (spill && told.has(spill)) continue;
      if (spill) told.add(spill);
      yield spill
        ? ofSpill(document, workspace, problem, spill, fatal)
        : run.problems.length > 1
          ? ofRun(document, workspace, run, fatal)
          : {
              span: problem.span,
              ...verdictOn(document, workspace, problem, fatal.has(problem)),
              fixes: () =>
                isMargin(document, problem) ? [withoutMargin(document)] : yamlFixes(document, problem, workspace),
            };
    }
    for (const spill of spilt) if (isEmptyBlock(spill.entry) && !told.has(spill)) yield lostText(document, spill);
  },
});

/** Of TOML the marks around it tell. */
const isToml = (document: Document): boolean =>
  document.problems.some(({ cause }) => cause === 'front-matter-fence' || cause === 'front-matter-language') &&
  tomlSigns(document).length > 0;

const isYaml = (cause: ProblemCause): boolean => !cause.startsWith('front-matter') && !cause.includes('json');

const isRead = ({ uri }: Document, workspace: Workspace): boolean =>
  ['agent', 'skill', 'command', 'rule', 'output-style'].includes(workspace.role(uri));

const isTemplate = (text: string, problem: Problem): boolean =>
  problem.cause === 'reserved-start' && isPlaceholder(text, problem);

const notIndented =
  'The text of `{0}` goes on in lines that are not indented, and YAML takes them for keys. Indent them.';

/** Lines each of which YAML reads as a key: nothing is broken, and the text is empty. */
function lostText(document: Document, spill: Spill): Finding {
  const { start, end } = lineAt(document.text, spill.below.start);
  return {
    span: { start, end },
    message: say(`${notIndented} Until then it is empty.`, spill.entry.key.text),
    fixes: () => [indented(document, spill)],
  };
}

function ofSpill(
  document: Document,
  workspace: Workspace,
  problem: Problem,
  spill: Spill,
  fatal: ReadonlySet<Problem>,
): Finding {
  const inside = [...fatal].some(({ span }) => isInside(span, [spill]) || within(span, spill.span));
  const { severity, words } = consequence(document, workspace, problem, inside);
  return {
    span: problem.span,
    severity,
    message: say(`${notIndented} ${words}`, spill.entry.key.text),
    fixes: () => spillFixes(document, spill, problem, workspace),
  };
}

function ofRun(document: Document, workspace: Workspace, run: Run, fatal: ReadonlySet<Problem>): Finding {
  const isFatal = run.problems.some(problem => fatal.has(problem));
  const { severity, words } = consequence(document, workspace, run.problems[0], isFatal);
  return { span: run.span, severity, message: say(`${ofSeveral} ${words}`), fixes: () => indentation(document, run) };
}
