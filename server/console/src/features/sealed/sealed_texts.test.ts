import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from './bytes';
import { openBox, publicOf, sealTo } from './sealed_box';
import { isFor, keyFor, openTexts, sealTexts } from './sealed_texts';

// The examples of shared/protocol/PROTOCOL.md, which the tablet's code makes (tests/shared/protocol/sealed_texts_test.cpp).
function golden(name: string): Uint8Array {
  const text = readFileSync(path.join(import.meta.dirname, '../../../../../tests/golden', `${name}.hex`), 'utf8');
  const digits = text.replaceAll(/#.*$/gm, '').replaceAll(/\s/g, '');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

const counting = (first: number) => Uint8Array.from({ length: 32 }, (_, at) => first + at);
const record = '01930000-0000-7000-8000-00000000c001';
const elsewhere = '01930000-0000-7000-8000-00000000c002';
const [first, second] = [counting(0), counting(32)];
const body = toBase64Url(golden('sealed_texts_body'));
const key = toBase64Url(golden('sealed_texts_key'));
const shown = (secret: Uint8Array) => toBase64Url(publicOf(secret));

describe('sealed texts', () => {
  it('are opened by whom a tablet sealed them to', () => {
    expect(openTexts(record, body, [key], [first])?.texts).toEqual({ text: 'He waits at the gate' });
    expect(openTexts(record, body, [key], [second, first])?.texts).toEqual({ text: 'He waits at the gate' });
  });

  it('are opened by nobody else', () => {
    expect(openTexts(record, body, [key], [second])).toBeUndefined();
    expect(openTexts(record, body, [], [first])).toBeUndefined();
    expect(openTexts(record, body, ['no base64url!', 'AAAA'], [first])).toBeUndefined();
  });

  it('do not open in another record, or changed', () => {
    expect(() => openTexts(elsewhere, body, [key], [first])).toThrow();
    const bent = golden('sealed_texts_key');
    bent[140] = (bent[140] ?? 0) ^ 1;
    expect(() => openTexts(record, body, [toBase64Url(bent)], [first])).toThrow();
  });

  it('are opened by an officer who was let in', () => {
    const opened = openTexts(record, body, [key], [first]);
    if (opened === undefined) throw new Error('did not open');
    const added = keyFor(shown(second), body, opened.key);
    expect(added).toHaveLength(192);
    expect(openTexts(record, body, [key, added], [second])?.texts).toEqual({ text: 'He waits at the gate' });
    expect([isFor(shown(second), body, added), isFor(shown(first), body, added), isFor(shown(first), body, key)]).toEqual([true, false, true]);
  });
});

describe('words that are sealed here', () => {
  it('are opened by each reader, and look alike where they are alike in length', () => {
    const sealed = sealTexts(record, { text: 'No', summary: null }, [shown(first), shown(second)]);
    for (const secret of [first, second]) {
      expect(openTexts(record, sealed.body, sealed.keys, [secret])?.texts).toEqual({ text: 'No', summary: null });
    }
    expect(sealTexts(record, { text: 'No, and I told them often' }, []).body).toHaveLength(sealed.body.length);
    expect(sealed.body).toHaveLength(body.length);
  });

  it('are no more than fits', () => {
    expect(sealTexts(record, { text: 'w'.repeat(48_800) }, []).body.length).toBeLessThanOrEqual(65_536);
    expect(() => sealTexts(record, { text: 'w'.repeat(48_900) }, [])).toThrow();
  });
});

describe('a sealed box', () => {
  it('opens for its reader alone', () => {
    const box = sealTo(publicOf(first), counting(7));
    expect(box).toHaveLength(80);
    expect(openBox(first, box)).toEqual(counting(7));
    expect(() => openBox(second, box)).toThrow();
  });
});

describe('base64url', () => {
  it('goes there and back, and is told from other text', () => {
    for (let length = 0; length < 5; length += 1) {
      const bytes = counting(250).slice(0, length);
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
    }
    for (const other of ['a', 'ab==', 'a+b/', 'ä'] ) expect(fromBase64Url(other)).toBeUndefined();
  });
});
