// Calls of tools with several marks that are lost or wrong at once, each written in one line: what stands there and what was meant.
import type { SectionContent } from '../syntax/body';
import { ofHtml } from './html-marks';
import { perSection } from './per-section';

export interface GarbledCall {
  readonly tool: string;
  /** The first input that is given, where one is. */
  readonly input?: string;
  readonly start: number;
  /** As it is written, and as it was meant. */
  readonly written: string;
  readonly meant: string;
}

const tool = '(?<tool>Skill|TaskUpdate|TaskGet|TaskCreate|TaskList|Task|Agent|TodoWrite|AskUserQuestion)';
const text = String.raw`(?:'[^'"\n{}()]*'|"[^'"\n{}()]*")`;
const pair = String.raw`['"]?\w+['"]?[ \t]*:[ \t]*${text}`;
const pairs = String.raw`(?<pairs>['"]?(?<input>\w+)['"]?[ \t]*:[ \t]*${text}(?:,[ \t]*${pair})*)`;
const start = String.raw`(?<![\w.$\`'"“‘])`;
const begins = String.raw`(?<![\w.$])`;

type Form = readonly [pattern: RegExp, meant: (groups: Readonly<Record<string, string>>) => string];

const whole: Form[1] = ({ tool: name, pairs: given }) => `${name}({ ${given} })`;

const inQuotes: Form[1] = ({ tool: called, mark, name }) => `${called}(${mark}${name}${mark})`;

const forms: readonly Form[] = [
  // Skill(skill: 'tdd')
  [new RegExp(`${begins}(?<tool>Skill)\\([ \\t]*${pairs}[ \\t]*\\)`, 'g'), whole],
  // Skill("tdd) and Skill(tdd")
  [new RegExp(`${begins}(?<tool>Skill)\\((?<mark>["'])(?<name>[\\w:-]+)\\)`, 'g'), inQuotes],
  [new RegExp(`${begins}(?<tool>Skill)\\((?<name>[\\w:-]+)(?<mark>["'])\\)`, 'g'), inQuotes],
  // Skill{ skill: 'tdd' };
  [new RegExp(`${begins}${tool}\\{[ \\t]*${pairs}[ \\t]*\\}(?=[ \\t]*(?:[;\`]|$))`, 'gm'), whole],
  // Skill skill: 'tdd' })
  [new RegExp(`${begins}${tool}[ \\t]+${pairs}[ \\t]*\\}\\)`, 'g'), whole],
  // Skill({ skill: 'tdd' ])
  [new RegExp(`${begins}${tool}\\(\\{[ \\t]*${pairs}[ \\t]*(?:\\][)}\\]]|\\)\\}|\\}\\])(?=[ \\t]*(?:[;\`]|$))`, 'gm'), whole],
  // Skill({ skill: 'tdd' // note
  [new RegExp(`${begins}${tool}\\(\\{[ \\t]*${pairs}(?=[ \\t]*//[^\\n]*$|[ \\t]*\\r?\\n(?:[ \\t]*(?:\\r?\\n|\`\`\`)|(?:Skill|Task\\w*)\\())`, 'gm'), whole],
  // Skill({ skill: 'tdd'; and `Skill({ skill: 'tdd'`
  [new RegExp(`${begins}${tool}\\(\\{[ \\t]*${pairs}(?=[ \\t]*;[ \\t]*(?://[^\\n]*)?$|\`(?!\`))`, 'gm'), whole],
  // Skill({ skill: 'tdd'; }) and Skill({ skill: 'tdd'. })
  [new RegExp(`${begins}${tool}\\(\\{[ \\t]*${pairs}[ \\t]*[;.][ \\t]*\\}\\)`, 'g'), whole],
  // TaskList(;
  [new RegExp(`${begins}(?<tool>TaskList)\\((?=;)`, 'g'), ({ tool: name }) => `${name}()`],
  // SkillSkill({
  [new RegExp(`${begins}${tool}\\k<tool>(?=\\()`, 'g'), ({ tool: name }) => name!],
  // Skill(({ skill and TaskUpdate{( taskId
  [new RegExp(`${begins}${tool}(?:\\(\\(\\{|\\{\\()(?=\\s*(?<input>\\w+)[ \\t]*:)`, 'g'), ({ tool: name }) => `${name}({`],
  // Skill（{ skill：'tdd' }）
  [
    new RegExp(`${begins}${tool}(?<full>(?=[^\\n]{0,40}[（｛：])[(（][ \\t]*[{｛][ \\t]*(?<input>\\w+)[ \\t]*[:：][ \\t]*['"‘’“”][^\\n'"‘’“”]*['"‘’“”][^\\n()（）]*[)）])`, 'g'),
    ({ tool: name, full }) => `${name}${plain(full!)}`,
  ],
  // TaskUpdate({ taskId：'1',
  [new RegExp(`${begins}${tool}\\(\\{\\s*(?<input>\\w+)[ \\t]*：[ \\t]*`, 'g'), ({ tool: name, input }) => `${name}({ ${input}: `],
  // Skill({ skill: 'tdd' }); / Read it.
  [/(?<=^[ \t]*)(?<tool>Skill|TaskList)(?<rest>\((?:\{[ \t]*skill[ \t]*:[ \t]*['"][\w:/-]+['"][ \t]*\})?\);[ \t]+)(?:[/#][ \t]+(?=\w)|(?=[A-Z]))(?=[^\n]*$)/gm, ({ tool: name, rest }) => `${name}${rest}// `],
  // Skill({ skill: &#39;tdd&#39; }) and Skill({ skill: \"tdd\" })
  [
    new RegExp(`${start}${tool}(?<coded>\\(\\{[ \\t]*(?<input>\\w+)[ \\t]*:[ \\t]*(?:&(?:quot|apos|#39);|\\\\"|\\\\')[^\\n]*?\\}\\))`, 'g'),
    ({ tool: name, coded }) => `${name}${decoded(coded!)}`,
  ],
]; // prettier-ignore

const plainMarks: Readonly<Record<string, string>> = { '（': '(', '）': ')', '｛': '{', '｝': '}', '：': ':', '，': ',', '‘': "'", '’': "'", '“': '"', '”': '"' }; // prettier-ignore
const plain = (written: string): string =>
  written.replace(/([：，])(?! )|[（）｛｝：，‘’“”]/g, (mark, part?: string) => plainMarks[mark]! + (part ? ' ' : ''));

const decoded = (written: string): string => written.replace(/&(?:quot|apos|#39);/g, ofHtml).replace(/\\(["'])/g, '$1');

/** Most sections name tools in text alone, and to seek each form takes long. */
const mayHold =
  /(?:Skill|Task(?:Update|Get|Create|List)?|Agent|TodoWrite|AskUserQuestion)(?:[({（]|Skill|Task|[ \t]+\w+[ \t]*:[ \t]*['"])/;

/** None where nothing would change, nor in comments. */
export const garbledIn = perSection((written: string, content: SectionContent): readonly GarbledCall[] => {
  if (!mayHold.test(written)) return [];
  const found: GarbledCall[] = [];
  for (const [pattern, meant] of forms) {
    for (const match of written.matchAll(pattern)) {
      const groups = match.groups as Record<string, string>;
      const [all] = match;
      const right = meant(groups);
      const { index } = match;
      const isTaken = found.some(each => each.start < index + all.length && index < each.start + each.written.length);
      if (right === all || isTaken || isInText(written, index, all)) continue;
      if (isNotation(all, written, index + all.length)) continue;
      if (content.comments.some(({ start: from, end }) => from <= index && index < end)) continue;
      found.push({ tool: groups.tool!, ...(groups.input !== undefined && { input: groups.input }), start: index, written: all, meant: right }); // prettier-ignore
    }
  }
  return found;
});

/** Some write all their calls as `Skill(skill: "tdd")`: a slip it is before a semicolon, or beside calls in the other form. */
const isNotation = (call: string, written: string, end: number): boolean =>
  /^Skill\([^{]*:[^{]*\)$/.test(call) && written[end] !== ';' && !written.includes('Skill({');

/** Whether escaped quotes belong to a text in quotes that the call stands in. */
function isInText(written: string, at: number, call: string): boolean {
  if (!call.includes('\\')) return false;
  const line = written.slice(written.lastIndexOf('\n', at) + 1, at);
  return /(?<!\\)["']/.test(line);
}
