// Reading a body as its author sees it: which lines are prose, which code, and where the links are.
import { linesOf } from './text.mjs';

/** Lines of the body, each with the code block that it lies in, if any. Comments count as no prose either. */
export function bodyOf(text, from) {
  const blocks = [];
  let block;
  let comment = false;
  const lines = linesOf(text).filter(line => line.at >= from).map(line => {
    const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line.text);
    if (block) {
      const inside = block;
      if (fence && fence[1][0] === block.mark[0] && fence[1].length >= block.mark.length && fence[2].trim() === '') {
        block.close = line;
        block = undefined;
      }
      return { ...line, block: inside };
    }
    if (fence && !(fence[1][0] === '`' && fence[2].includes('`'))) {
      block = { open: line, mark: fence[1], info: fence[2].trim(), close: undefined };
      blocks.push(block);
      return { ...line, block };
    }
    const hidden = comment || line.text.includes('<!--');
    if (hidden) comment = line.text.lastIndexOf('-->') < line.text.lastIndexOf('<!--') || (comment && !line.text.includes('-->'));
    return { ...line, block: undefined, hidden };
  }); // prettier-ignore
  const shown = shownIn(lines);
  return {
    lines,
    blocks,
    prose: lines.filter(line => !line.block && !line.hidden && !shown.has(line.line) && !/^ {4}|^\t/.test(line.text)),
  };
}

/** Lines that a block shows, others and all, where Markdown ends it with the first of those: nobody means them for prose. */
function shownIn(lines) {
  const shown = new Set();
  const open = [];
  for (const { line, text } of lines) {
    const [, marks, info] = /^ {0,3}(`{3,}|~{3,})([^`]*)$/.exec(text) ?? [];
    const outer = open.at(-1);
    if (outer) shown.add(line);
    if (marks === undefined || (outer && (marks[0] !== outer[0] || marks.length < outer.length))) continue;
    if (outer && info.trim() === '') open.pop();
    else if (!outer || (open.length < 2 && /^[\w+#-]+$/.test(info.trim()))) open.push(marks);
  }
  return shown;
}

/** Where code in a line is, so that nothing is taken for a link in it. */
const withoutCode = text => text.replace(/(`+)[^`]+\1/g, code => ' '.repeat(code.length));

/** `[text](target)` in prose, with the offsets of both. */
export function linksOf(prose) {
  return prose.flatMap(line =>
    [...withoutCode(line.text).matchAll(/(?<!!)\[([^[\]]+)\]\(([^()\s<>]+)\)/g)].map(match => {
      const at = line.at + match.index + match[1].length + 3;
      const [path, anchor] = match[2].split('#');
      return { row: line, at, end: at + match[2].length, start: line.at + match.index, target: match[2], path, anchor };
    }),
  );
}

/** `code` in prose. */
export function codeOf(prose) {
  return prose.flatMap(line =>
    [...line.text.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(match => ({
      row: line,
      word: match[1],
      at: line.at + match.index + 1,
      end: line.at + match.index + 1 + match[1].length,
    })),
  );
}

/** Headings as `## Text`, with the fragment that GitHub and VS Code make of plain ones. */
export function headingsOf(prose) {
  return prose.flatMap(line => {
    const match = /^(#{1,6}[ \t]+)(.*?)[ \t#]*$/.exec(line.text);
    if (!match || match[2] === '') return [];
    const at = line.at + match[1].length;
    const fragment = match[2].toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'); // prettier-ignore
    return [{ row: line, text: match[2], at, end: at + match[2].length, fragment }];
  });
}
