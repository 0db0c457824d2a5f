// Groups of five that the eye can carry over to another screen, as the tablet shows them; the last takes what is over.
export function grouped(code: string): string[] {
  return code.replace(/[\s-]/g, '').match(/.{5}(?=.{5})|.+/g) ?? [];
}
