import type { FieldType, Value } from '@/api/contract';

// What was chosen from a list reads in the order of the list: Monday comes before Friday.
export function inOrder({ values }: FieldType, items: Value[]): Value[] {
  if (values === undefined) return items;
  const place = (item: Value) => {
    const at = values.findIndex(({ name }) => name === item);
    return at < 0 ? values.length : at;
  };
  return [...items].sort((a, b) => place(a) - place(b));
}
