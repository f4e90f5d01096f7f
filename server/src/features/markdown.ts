// Text as Markdown that says just that text: what a workspace holds never becomes a link, an image or HTML.

/** A person's text on one line, every mark of Markdown taken literally. */
export function literal(text: string, most = 400): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const cut = line.length > most ? `${line.slice(0, most).trimEnd()}…` : line;
  return cut
    .replace(/[\\`*_{}[\]<>|~&$#@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, found => `${found.slice(0, -1)}\\.`)
    .replace(/^(?:[-+=]|\d+(?=[.)]))/, found => (/\d/.test(found) ? found : `\\${found}`))
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A person's text as inline code, in backticks enough. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return '``' + ' ' + '``';
  const runs = line.match(/`+/g) ?? [];
  const marks = '`'.repeat(Math.max(0, ...runs.map(run => run.length)) + 1);
  const gap = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${marks}${gap}${line}${gap}${marks}`;
}

/** Our own words, which may hold inline code: an angle bracket outside it begins no HTML. */
export const ours = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[<|]/g, '\\$&')))
    .join('');

/** Paragraphs with an empty line between them; what is undefined or empty is left out. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter(part => part !== undefined && part !== '').join('\n\n');

export const bullets = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n');

/** `1,536`. */
export const count = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

/** `≈ 1,536 tokens`: an estimate. */
export const aboutTokens = (number: number): string => `≈ ${count(number)} ${number === 1 ? 'token' : 'tokens'}`;

/** The first few names. */
export function someOf(names: readonly string[]): string {
  const sorted = [...names].sort();
  const shown = sorted.slice(0, 3).map(code).join(', ');
  return sorted.length > 3 ? `${shown} and ${sorted.length - 3} more` : shown;
}
