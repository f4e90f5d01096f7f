// Which skill is meant by a name that is more or less than that of one: a note behind it, words lost or swapped.
import { secondBullet } from './list-items';

/** The one skill that is clearly meant, other than by a slip of a letter. */
export function meantSkill(written: string, names: ReadonlySet<string>): string | undefined {
  const name = withoutNote(written.replace(secondBullet, ''));
  if (names.has(name)) return name;
  const shorter = name.replace(/^skills?[-:/]|[-_]skills?$/gi, '');
  if (shorter !== name && names.has(shorter)) return shorter;
  return (
    only(names, each => each === `${name}-skill` || isSwapped(name, each)) ?? only(names, each => isCut(name, each))
  );
}

/** `tdd (optional)`, `tdd - why` and `tdd // why`: the words behind the name are for people. */
const withoutNote = (written: string): string =>
  /^(?:\[([\w:-]+)\]\(.*|[`*"']*([A-Za-z][\w:-]*)[`*"']*(?:\s*[([\u2013\u2014#:=].*|\s+-+\s.*|\s*\/\/.*|[.,;:]))$/
    .exec(written)
    ?.slice(1)
    .find(Boolean) ?? written;

/** The same words in another order. */
const isSwapped = (name: string, known: string): boolean =>
  name !== known && name.length === known.length && name.includes('-') && sorted(name) === sorted(known);

const sorted = (name: string): string => name.toLowerCase().split(/[-_ ]/).sort().join(' ');

/** Words of two or more that a longer name begins with. */
const isCut = (name: string, known: string): boolean => name.includes('-') && known.startsWith(`${name}-`);

function only(names: ReadonlySet<string>, fits: (name: string) => boolean): string | undefined {
  const found = [...names].filter(fits);
  return found.length === 1 ? found[0] : undefined;
}
