// Front matter that is not valid YAML, with what each reader makes of it.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Problem, ProblemCause } from '../syntax/problem';
import type { Span } from '../syntax/span';
import { readAsClaude } from '../workspace/loader';
import type { Verdict } from '../workspace/verdict';
import type { Workspace } from '../workspace/workspace';
import { defineRule, say, type Finding, type Severity } from './rule';
import { isMargin, marginWords, withoutMargin } from './key-margin';
import { foreign, isInside, spills, type Spill } from './spill';
import { markedKeyAt } from './yaml-keys';
import { indentedKey, spillFixes, yamlFixes } from './yaml-fixes';
import { indentation, ofSeveral, runsOf, type Run } from './yaml-runs';
import { causes } from './yaml-words';

/** With more problems than this, each is taken for fatal: a body that was taken for front matter. */
const mostTried = 12;

const head = '-- .claude/agents/a.md --\n---\nname: a\n';
const plainHead = `${head}description: Helps.\n`;

export default defineRule({
  id: 'invalid-yaml',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  summary: 'Front matter that is not valid YAML.',
  why:
    'Where Claude Code cannot read the front matter, it puts suspicious values of the outermost keys in quotes and tries ' +
    'once more. What that does not mend drops an agent, and takes all keys from a skill, without a word. Strict readers ' +
    'such as Copilot CLI, Gemini CLI and the validator of the open standard do not try again: they drop the file.',
  source:
    'Observed: Claude Code 2.1.330 on 2,108 public files and 495 broken ones, 22 November 2026; Copilot CLI 1.0.102, Codex 0.169.0 and Gemini CLI 0.61.0, 24 November 2026.',
  examples: [
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nhooks:\n  pre: |\n    Run this:\n<|import json\nprint(1)|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nhooks:\n  pre: |\n    Run this:\n    import json\n    print(1)\n---\n',
    },
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
    { bad: '-- .claude/agents/a.md --\n---\n<|- name: a|>\n- description: Helps.\n---\n' },
    {
      bad: `${plainHead}skills:\n  - tdd\n <|- lint|>\n---\n`,
      good: `${plainHead}skills:\n  - tdd\n  - lint\n---\n`,
    },
  ],
  *check(document, workspace) {
    const problems = document.problems.filter(problem => isYaml(problem.cause) && !isTemplate(document.text, problem));
    if (problems.length === 0 || !isRead(document, workspace)) return;
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
  },
});

const isYaml = (cause: ProblemCause): boolean => !cause.startsWith('front-matter') && !cause.includes('json');

const isRead = ({ uri }: Document, workspace: Workspace): boolean =>
  ['agent', 'skill', 'command', 'rule', 'output-style'].includes(workspace.role(uri));

/** `{{NAME}}`: a template, of which something else will be made. */
const isTemplate = (text: string, { cause, span }: Problem): boolean =>
  cause === 'reserved-start' && text.startsWith('{{', span.start);

function ofSpill(
  document: Document,
  workspace: Workspace,
  problem: Problem,
  spill: Spill,
  fatal: ReadonlySet<Problem>,
): Finding {
  const inside = [...fatal].some(({ span }) => isInside(span, [spill]) || within(span, spill.span));
  const { severity, words } = consequence(document, workspace, problem, inside);
  const text = 'The text of `{0}` goes on in lines that are not indented, and YAML takes them for keys. Indent them.';
  return {
    span: problem.span,
    severity,
    message: say(`${text} ${words}`, spill.entry.key.text),
    fixes: () => spillFixes(document, spill, problem, workspace),
  };
}

function ofRun(document: Document, workspace: Workspace, run: Run, fatal: ReadonlySet<Problem>): Finding {
  const isFatal = run.problems.some(problem => fatal.has(problem));
  const { severity, words } = consequence(document, workspace, run.problems[0], isFatal);
  return { span: run.span, severity, message: say(`${ofSeveral} ${words}`), fixes: () => indentation(document, run) };
}

function verdictOn(
  document: Document,
  workspace: Workspace,
  problem: Problem,
  fatal: boolean,
): Pick<Finding, 'message' | 'severity'> {
  if (isSwallowed(document, problem)) {
    return {
      severity: 'warning',
      message: say(
        'YAML takes the word after `{0}` for a mark of its own and leaves it out of the value. Put the value in quotes.',
        ...problem.args,
      ),
    };
  }
  const { severity, words } = consequence(document, workspace, problem, fatal);
  if (isMargin(document, problem)) return { severity, message: say(`${marginWords(problem)} ${words}`) };
  if (indentedKey(document, problem, workspace)) {
    const text = 'This key is indented, and so belongs to the value above it. Remove the indentation.';
    return { severity, message: say(`${text} ${words}`) };
  }
  if (problem.cause === 'missing-colon' && foreign.test(document.text.slice(problem.span.start, problem.span.end))) {
    const text = 'This line is neither a key with a value nor a comment, which begins with `#` here.';
    return { severity, message: say(`${text} ${words}`) };
  }
  const marked = markedKeyAt(document, problem.span.start, workspace);
  if (marked) {
    const text = 'Marks stand around the key `{0}`, so YAML sees no such key. Write it without them.';
    return { severity, message: say(`${text} ${words}`, marked.key) };
  }
  return { severity, message: say(`${causes[problem.cause] ?? causes['invalid-yaml']} ${words}`, ...problem.args) };
}

/** `&word` and `!word` are valid YAML. */
function isSwallowed({ text, parts }: Document, { cause, span }: Problem): boolean {
  if (cause !== 'reserved-start' || !'&!'.includes(text[span.start]!)) return false;
  const part = parts.find(({ start, end }) => start <= span.start && span.start < end);
  return part?.entries[0]?.value?.is === 'scalar' && !part.entries[0].value.lenient;
}

interface Consequence {
  readonly severity: Severity;
  readonly words: string;
}

function consequence(document: Document, workspace: Workspace, { cause }: Problem, fatal: boolean): Consequence {
  const schema = workspace.schema(document.uri);
  const warning = (words: string): Consequence => ({ severity: 'warning', words });
  if (cause === 'duplicate-key') return warning('Claude Code reads the last one; strict readers drop the file.');
  if (schema?.kind.loader === 'strict') return warning('Copilot CLI and other strict readers drop the skill.');
  if (schema?.kind.role === 'command') {
    return warning(fatal ? 'Claude Code drops all keys of the command.' : 'Claude Code copes; strict readers do not.');
  }
  if (schema?.kind.loader !== 'claude-agent' && schema?.kind.loader !== 'claude-skill')
    return warning('Readers that take YAML at its word lose all these keys.');
  if (!fatal) return warning('Claude Code copes with it; Copilot CLI and other strict readers drop the file.');
  if (schema.kind.unnamed === 'file') return warning('Claude Code loads the agent without any of its keys.');
  const because = copesWithout(document, '\r') ? 'Since the lines end in CR LF, ' : '';
  return schema.kind.role === 'agent'
    ? { severity: 'error', words: `${because}Claude Code cannot read the front matter and does not load the agent.` }
    : { severity: 'error', words: `${because}Claude Code cannot read the front matter and drops all its keys.` };
}

/** Whether Claude Code reads the front matter where these characters are left out: what it does to plain text with a colon in
 * it, it does not do where lines end in CR LF (Claude Code 2.1.330, 29 November 2026). */
const copesWithout = ({ text, frontMatter }: Document, characters: string): boolean =>
  frontMatter !== undefined &&
  text.slice(0, frontMatter.span.end).includes(characters) &&
  !isBroken(text.slice(frontMatter.span.start, frontMatter.span.end).replaceAll(characters, ''));

function isBroken(block: string): boolean {
  const { state, data } = readAsClaude(`---\n${block}\n---\n`);
  return state === 'broken' || (data !== undefined && data.is !== 'map');
}

/** The problems for which Claude Code gives the front matter up: those that are fatal alone, or else all together. */
function fatalProblems(
  document: Document,
  workspace: Workspace,
  problems: readonly Problem[],
  spilt: readonly Spill[],
): ReadonlySet<Problem> {
  const { text, frontMatter } = document;
  const none = new Set<Problem>();
  if (!frontMatter) return none;
  const { start, end } = frontMatter.span;
  if (!isBroken(text.slice(start, end)))
    return spoilsHooks(document, workspace.verdict(document)) ? new Set(problems) : none;
  if (problems.length > mostTried) return new Set(problems);
  const ranges = problems.map(problem => rangeOf(document, problem, spilt));
  const alone = problems.filter((_, index) => {
    const mine = ranges[index]!;
    const others = ranges.filter(range => range.start !== mine.start).sort((a, b) => b.start - a.start);
    let block = text.slice(start, end);
    for (const range of new Map(others.map(each => [each.start, each])).values())
      block = block.slice(0, range.start - start) + block.slice(range.end - start);
    return isBroken(block);
  });
  return new Set(alone.length > 0 ? alone : problems);
}

/** Claude Code's own quoting turns `hooks: {}` into text, which drops an agent. */
const spoilsHooks = ({ data }: Document, verdict: Verdict | undefined): boolean =>
  verdict?.reasons[0]?.cause === 'hooks' && entry(data, 'hooks')?.value?.is === 'map';

/** The lines of the entry, or of the text that goes on below it, that a problem lies in. */
function rangeOf({ text, parts }: Document, { span }: Problem, spilt: readonly Spill[]): Span {
  const spill = spilt.find(each => within(span, { start: each.entry.span.start, end: each.span.end }));
  const part = parts.find(({ start, end }) => start <= span.start && span.start < end);
  const range = spill ? { start: spill.entry.span.start, end: spill.span.end } : (part ?? span);
  const newline = text.indexOf('\n', range.end);
  return { start: range.start, end: newline < 0 ? text.length : newline + 1 };
}

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.start < outer.end;
