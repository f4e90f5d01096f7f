// Sections that nearly all siblings of a file have, and that it lacks.
import type { Document } from '../syntax/document';
import { plainHeading } from '../workspace/habits';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { baseName, parent, stem } from '../workspace/uris';
import { lineBreak } from './edits';
import { defineRule, say, type Fix, type Read } from './rule';
import { frequent, nearestOf, siblingsOf, type Siblings } from './siblings';

const few =
  '-- agentwright.json --\n{ "conventions": { "share": 0.7, "files": 3 }, "rules": { "unusual-section": "information" } }\n';
const memory = '## Memory Protocol\n\nRead it first.\n';
const agent = (name: string, body: string): string =>
  `-- .claude/agents/${name}.md --\n---\nname: ${name}\ndescription: Helps.\n---\n\n${body}`;
const three = (body: string): string => ['b', 'c', 'd'].map(name => agent(name, body)).join('');
const lacking = (body: string): string => agent('a', body).replace('---\nname', '<|---|>\nname');

export default defineRule({
  id: 'unusual-section',
  severity: 'information',
  reach: 'repository',
  off: true,
  summary: 'A section that nearly all agents, skills or commands of the project have, and this one has not.',
  why:
    'Teams repeat a protocol in each agent: how to remember, how to load skills, how to report. Where one lacks it, it was ' +
    'mostly written before the protocol, or copied from elsewhere. Off at first, since some files are different on purpose. ' +
    'From which share and number of files on this is said, `conventions` in `agentwright.json` tells.',
  source: 'Counted in the headings of the second level, in the files of the project itself.',
  examples: [
    {
      bad: few + lacking('## Work\n\nWork.\n') + three(memory),
      good: few + agent('a', `## Work\n\nWork.\n\n${memory}`) + three(memory),
    },
    {
      bad: few + lacking('## End\n\nReport.\n') + three(`${memory}\n## End\n\nReport.\n`),
      good: few + agent('a', `${memory}\n## End\n\nReport.\n`) + three(`${memory}\n## End\n\nReport.\n`),
    },
    { bad: few + agent('a', '### 1. MEMORY PROTOCOL (mandatory)\n\nRead.\n') + three(memory) },
    { bad: few + agent('a', '```\nAsk.\n````\n\n## Memory Protocol\n\nRead.\n') + three(memory) },
    { bad: few + agent('a', '## Work\n') + three(`${memory}\n## Report\n\nReport.\n`) },
    { bad: few.replace('information', 'off') + agent('a', '## Work\n') + three(memory) },
  ],
  *check(document, workspace) {
    const { frontMatter } = document;
    const siblings = siblingsOf(document, workspace);
    if (!siblings || !frontMatter?.close) return;
    const { crowd, kind, count } = siblings;
    const own = headingLines(document);
    const has = (heading: string): boolean => own.some(each => holds(each, heading));
    for (const [heading, some] of siblings.missing(crowd.sections, has)) {
      yield {
        span: { start: frontMatter.open.start, end: frontMatter.open.start + 3 },
        message: say(
          '{0} of {1} {2} here have a section `{3}`; this one does not.',
          String(some),
          String(count),
          kind,
          heading,
        ),
        fixes: read => writing(document, workspace, siblings, heading, read),
      };
    }
  },
});

/** Of all levels, and in code as well: after a code block that is closed in the wrong place, headings are taken for code. */
const headingLines = ({ text }: Document): string[] => text.match(/^ {0,3}#{1,6}[ \t].*$/gm) ?? [];

/** Numbers, signs, case and what stands in brackets aside, `3. MEMORY PROTOCOL and Notes (mandatory)` is the Memory Protocol. */
const holds = (own: string, usual: string): boolean => `${words(own)} `.startsWith(`${words(usual)} `);

const words = (heading: string): string =>
  heading
    .replace(/\([^)]*\)/g, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The section as most of the nearest siblings have it; where each has its own, as the nearest has it. */
function writing(document: Document, workspace: Workspace, { crowd }: Siblings, heading: string, read?: Read): Fix[] {
  const donors = nearestOf(crowd.withSection(heading), document, workspace, read);
  const written = donors.flatMap(donor => sectionOf(donor, heading) ?? []);
  const [first] = frequent(written.map(({ text }) => text));
  const chosen = written.find(({ text }) => text === first?.text);
  if (!first || !chosen) return [];
  const isShared = first.count * 2 > written.length;
  const title = isShared
    ? say('Add the section `{0}`', heading)
    : say('Add the section `{0}` as `{1}` has it', heading, nameOf(chosen.uri));
  const edits = [{ uri: document.uri, ...placed(document, chosen) }];
  return [{ title, edits, safe: false, ...(isShared && { preferred: true as const }) }];
}

interface Written {
  readonly uri: string;
  /** With its heading and all below it, without white space at its end. */
  readonly text: string;
  /** The headings of the second level that follow it. */
  readonly following: readonly string[];
}

function sectionOf(document: Document, heading: string): Written | undefined {
  const { uri, text, body } = document;
  const parts = topSections(document);
  const at = parts.findIndex(part => part.heading === heading);
  if (at < 0) return undefined;
  const end = parts[at + 1]?.start ?? body!.span.end;
  const following = parts.slice(at + 1).map(part => part.heading);
  return { uri, text: text.slice(parts[at]!.start, end).trimEnd().replace(/\r\n/g, '\n'), following };
}

/** Where the headings of the first two levels stand. */
const topSections = ({ text, body }: Document): { readonly start: number; readonly heading: string }[] =>
  (body?.sections ?? []).flatMap(({ start, content: { headings } }) =>
    headings.flatMap(({ level, span, outer }) =>
      level <= 2
        ? [{ start: start + outer.start, heading: plainHeading(text.slice(start + span.start, start + span.end)) }]
        : [],
    ),
  );

/** Before the first section that follows it where it was taken from, else at the end. */
function placed(document: Document, { text, following }: Written): { span: Span; text: string } {
  const newline = lineBreak(document.text);
  const written = text.replace(/\n/g, newline);
  const next = topSections(document).find(({ heading }) => following.includes(heading));
  if (next) return { span: { start: next.start, end: next.start }, text: `${written}${newline}${newline}` };
  const end = document.text.trimEnd().length;
  return { span: { start: end, end }, text: `${newline}${newline}${written}` };
}

const nameOf = (uri: string): string => (baseName(uri) === 'SKILL.md' ? baseName(parent(uri)) : stem(uri));
