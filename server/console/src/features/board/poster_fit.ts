import type { PosterText } from '@/api/contract';
import { sentencesOf } from './plain_language';

// A sheet has one size: text that is longer is smaller, down to what is read from two steps away. Past that it is too long.

// Of a hundred.
export const scales = [100, 85, 70, 55] as const;
export type Scale = (typeof scales)[number];

// Of a sheet that is 1123 high and 794 wide (C5), at full size: what the three texts may take together, and for each the
// letters of a line and its height.
const roomHigh = 600;
const lines = {
  said: { letters: 21, high: 76, gap: 0 },
  did: { letters: 19, high: 66, gap: 0 },
  point: { letters: 44, high: 36, gap: 16 },
};

function high(text: string, { letters, high: line, gap }: (typeof lines)[keyof typeof lines], scale: Scale): number {
  const share = scale / 100;
  return Math.ceil([...text].length / (letters / share)) * line * share + gap;
}

export interface Laid {
  youSaid: string;
  // The first sentence of what we did stands large, the others below it.
  heading: string;
  points: string[];
  reason: string | undefined;
  // Nothing: it is too long for a sheet.
  scale: Scale | undefined;
}

// A line that stands for itself needs no full stop.
const unstopped = (sentence: string) => sentence.replace(/(?<![.])[.]$/u, '');

export function layPoster(text: PosterText): Laid {
  const [heading = '', ...points] = sentencesOf(text.we_did).map(unstopped);
  const reason = text.reason ?? undefined;
  const small = [...points, ...(reason === undefined ? [] : [reason])];
  const scale = scales.find(
    (one) =>
      high(text.you_said, lines.said, one) + high(heading, lines.did, one) + small.reduce((sum, point) => sum + high(point, lines.point, one), 0) <=
      roomHigh,
  );
  return { youSaid: text.you_said.trim(), heading, points, reason, scale };
}
