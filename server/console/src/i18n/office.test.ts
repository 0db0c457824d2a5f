import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { es } from './es';

const sources = ['shared/sync/arbiter.cpp', 'shared/sync/arbiter_back.cpp', 'server/review/history_view.cpp'];
const literal = String.raw`"(?:[^"\\]|\\.)*"`;
const said = new RegExp(String.raw`(?:reason(?:"\])? =|reasonOf[^}]*?return entry[^}]*?return)\s*(${literal}(?:\s*${literal})*)`, 'g');

// The sentences that stand in the office's sources, their parts put together as a compiler does.
const sentences = sources.flatMap((path) => {
  const source = readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
  return [...source.matchAll(said)].map(([, parts]) =>
    [...parts!.matchAll(new RegExp(literal, 'g'))].map(([part]) => part.slice(1, -1)).join(''),
  );
});

describe('What the office says of a change', () => {
  it('is found in its sources', () => {
    expect(sentences).toHaveLength(8);
  });

  // One ends with the name of a device.
  it.each(sentences)('is told in Spanish: %s', (sentence) => {
    const whole = sentence.endsWith(' ') ? `${sentence}Heron 2.` : sentence;
    const told = es.officeReason(whole);
    expect(told).not.toBe(whole);
    if (whole !== sentence) expect(told).toContain('Heron 2');
  });

  it('is left as it is where nobody knows it', () => {
    expect(es.officeReason('The date is in the past.')).toBe('The date is in the past.');
  });
});
