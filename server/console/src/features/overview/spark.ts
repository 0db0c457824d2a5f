// The path of a small curve in a box of this size, month by month; a month without a figure is a gap. Nothing where
// fewer than two months have one.
export interface Curve {
  path: string;
  end: { x: number; y: number };
}

export const box = { width: 112, height: 56, edge: 5 };

export function curveOf(months: (number | null)[]): Curve | undefined {
  const known = months.filter((month) => month !== null);
  if (known.length < 2) return undefined;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = (nth: number) => box.edge + (nth * (box.width - 2 * box.edge)) / (months.length - 1);
  const y = (value: number) =>
    most === least ? box.height / 2 : box.height - box.edge - ((value - least) * (box.height - 2 * box.edge)) / (most - least);
  let path = '';
  let end = { x: 0, y: 0 };
  months.forEach((month, nth) => {
    if (month === null) return;
    const drawn = nth > 0 && months[nth - 1] !== null && months[nth - 1] !== undefined;
    end = { x: round(x(nth)), y: round(y(month)) };
    path += `${drawn ? 'L' : 'M'}${end.x} ${end.y}`;
  });
  return { path, end };
}

const round = (value: number) => Math.round(value * 10) / 10;
