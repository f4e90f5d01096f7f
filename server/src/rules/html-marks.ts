// Marks as HTML writes them, `&quot;`, and what they stand for.

const marks: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", nbsp: ' ' };

/** What one such mark stands for; itself where that is not known. Source: the HTML Standard, section 13.5. */
export function ofHtml(written: string): string {
  const name = written.slice(1, -1);
  return name.startsWith('#') ? String.fromCharCode(Number(name.slice(1))) : (marks[name] ?? written);
}
