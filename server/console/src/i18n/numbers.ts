// How a language writes a number, and which of two forms stands beside it.
export function numbersIn(locale: string) {
  const plural = new Intl.PluralRules(locale);
  const count = (n: number) => n.toLocaleString(locale);
  const of = (n: number, one: string, many: string) => `${count(n)} ${plural.select(n) === 'one' ? one : many}`;
  return { count, of };
}
