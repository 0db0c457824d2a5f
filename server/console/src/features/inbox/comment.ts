// What is sent back says first what kind of thing it is about, then what its reader wrote.
export function commentOf(kinds: string[], text: string): string {
  const said = text.trim();
  if (kinds.length === 0) return said;
  return said === '' ? kinds.join(', ') : `${kinds.join(', ')}: ${said}`;
}
