// Addresses whose scheme is missing or misspelt.

/** An address that begins with a scheme and a host without blanks, or with a variable that may hold them. */
export const isAddress = (text: string): boolean =>
  text.startsWith('$') || /^(https?|wss?):\/\/(?:<[^<>]*>|\{[^{}]*\}|[^\s/])+(?:\/|$)/.test(text);

/** What was meant, where the rest of it is the name of a host. */
export function mendedAddress(text: string): string | undefined {
  const plain = text
    .trim()
    .replace(/(?<=^https?:\/\/[\w.-]*) (?=[\w.-]*(?:\/|$))/, '')
    .replace(/^(?:[a-z]*[:;][\\/]*|[a-z]*[\\/]+)(?=[\w.-]+\.[a-z]|localhost)/i, '');
  const isHost = /^(?:[\w-]+\.)+[a-z]+([:/].*)?$|^localhost/i.test(plain) && !/\s/.test(plain);
  const scheme = /^(localhost|127\.|ht?tp\b)/.test(text.trim()) ? 'http' : 'https';
  return isHost ? `${scheme}://${plain}` : undefined;
}
