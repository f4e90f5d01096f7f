// How an operator is built: one key of the front matter, or one match of a pattern in the prose or anywhere below.
import { bodyOf } from './markdown.mjs';
import { anySlip, broken, frontMatter } from './text.mjs';

export const roles = ['agent', 'skill', 'command', 'companion'];
export const allRoles = [...roles, 'memory'];

/** Asks for front matter in order. */
export const withFront = apply => file => {
  const front = frontMatter(file.text);
  return front && apply({ ...file, front });
};

/** Breaks one of the keys of front matter that suit. */
export const oneKey = (suits, apply) =>
  withFront(file => {
    const key = file.pick(file.front.keys.filter(each => suits(each, file)));
    return key && apply({ ...file, key });
  });

export const withBody = apply => file => {
  const front = frontMatter(file.text);
  if (!front && file.text.startsWith('---')) return undefined;
  return apply({ ...file, front, body: bodyOf(file.text, front?.body ?? 0) });
};

export const bare = text => text.replace(/(`+)[^`]+\1/g, code => ' '.repeat(code.length));

/** Breaks one match of a pattern in a line of prose, code left out unless wanted. `cut`: [from, to, put] within the match, and what else is to be said. */
export const inProse = (pattern, cut, { code = false, suits = () => true, more } = {}) => withBody(file => {
  const found = file.body.prose.flatMap(line => [...(code ? line.text : bare(line.text)).matchAll(pattern)].map(match => ({ line, match }))).filter(each => suits(each, file));
  const place = file.pick(found);
  const made = place && cut(place.match, file, place.line);
  if (!made) return undefined;
  const [from, to, put, own] = made;
  const at = place.line.at + place.match.index;
  return broken(file.text, at + from, at + to, put, own ?? more);
}); // prettier-ignore

/** Breaks one match anywhere in the body. */
export const inText = (pattern, cut, suits = () => true) => withBody(file => {
  const start = file.front?.body ?? 0;
  const match = file.pick([...file.text.slice(start).matchAll(pattern)].filter(each => suits(each, file)));
  const made = match && cut(match, file);
  if (!made) return undefined;
  return broken(file.text, start + match.index + made[0], start + match.index + made[1], made[2]);
}); // prettier-ignore

export const group = (match, n = 1) => match[0].indexOf(match[n]);

export const slipGroup = known => (match, file) => {
  const word = anySlip(match[1], file.pick);
  if (!word || known?.(word, file)) return undefined;
  return [group(match), group(match) + match[1].length, word];
};
