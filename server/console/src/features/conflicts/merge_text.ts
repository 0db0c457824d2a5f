import { diff3Merge, diffIndices } from 'node-diff3';

// Words and the gaps between them, so that joining them gives the text back.
function tokens(text: string): string[] {
  return text.match(/\s+|\S+/gu) ?? [];
}

export interface Piece {
  text: string;
  added: boolean;
}

// The text in pieces: what was there before, and what its author put in.
export function marks(before: string, text: string): Piece[] {
  const words = tokens(text);
  const changed = new Set<number>();
  for (const { buffer2 } of diffIndices(tokens(before), words) as { buffer2: [number, number] }[]) {
    for (let at = buffer2[0]; at < buffer2[0] + buffer2[1]; at += 1) changed.add(at);
  }
  const pieces: Piece[] = [];
  words.forEach((word, at) => {
    // A gap at the rim of a change is nobody's.
    const gap = word.trim() === '' && !(changed.has(at - 1) && changed.has(at + 1));
    const added = changed.has(at) && !gap;
    const last = pieces.at(-1);
    if (last?.added === added) last.text += word;
    else pieces.push({ text: word, added });
  });
  return pieces;
}

// How two texts begin and end alike: it stands in where nobody knows the text before.
function frame(a: string[], b: string[]): string[] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return [...a.slice(0, head), ...a.slice(a.length - tail)];
}

type Region = { ok: string[] } | { conflict: { a: string[]; o: string[]; b: string[] } };

function both(region: Region): string {
  if ('ok' in region) return region.ok.join('');
  const [a, o, b] = [region.conflict.a.join(''), region.conflict.o.join(''), region.conflict.b.join('')];
  // Both put something in: one after the other. Both replaced the same words: side by side, for a person to judge.
  if (o.trim() !== '') return `${a} / ${b}`;
  return a.trim() === '' || b.trim() === '' || /\s$/u.test(a) || /^\s/u.test(b) ? a + b : `${a} ${b}`;
}

function mergeTwo(a: string, before: string, b: string): string {
  if (a === b) return a;
  const [left, right] = [tokens(a), tokens(b)];
  const base = before.trim() === '' ? frame(left, right) : tokens(before);
  const regions = diff3Merge(left, base, right, { excludeFalseConflicts: true }) as Region[];
  return regions.map(both).join('');
}

// A text that holds what every version added. A proposal: somebody reads it before it is sent.
export function mergeTexts(before: string, versions: string[]): string {
  const [first = '', ...others] = versions;
  return others.reduce((merged, version) => mergeTwo(merged, before, version), first);
}
