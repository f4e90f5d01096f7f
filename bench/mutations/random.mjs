// Chance that is the same in every run: a seed and a text give the same numbers on every machine.

/** A number of 32 bits that hangs on every character (FNV-1a, then mixed). */
export function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Picks one of a list, each time another, in an order that the text decides; undefined of an empty list. */
export function picker(text) {
  let state = hash(text);
  return list => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)];
  };
}
