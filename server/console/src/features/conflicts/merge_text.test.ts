import { describe, expect, it } from 'vitest';
import { marks, mergeTexts } from './merge_text';

const park = 'Park behind the shop.';
const cooler = `${park} Bring the small cooler.`;
const arabic = `${park} Owner’s son speaks Arabic.`;

describe('mergeTexts', () => {
  it('keeps what both added', () => {
    expect(mergeTexts(park, [cooler, arabic])).toBe(`${park} Bring the small cooler. Owner’s son speaks Arabic.`);
  });

  it('keeps what three added', () => {
    expect(mergeTexts('A.', ['A. B.', 'A. C.', 'A. D.'])).toBe('A. B. C. D.');
  });

  it('works where the text before is not known', () => {
    const [warm, cold] = ['Hall open. It is warm.', 'Hall open. Bring coats.'];
    expect(mergeTexts('', [warm, cold])).toBe('Hall open. It is warm. Bring coats.');
  });

  it('takes changes in different places together', () => {
    expect(mergeTexts('red car and green bus', ['blue car and green bus', 'red car and green tram'])).toBe(
      'blue car and green tram',
    );
  });

  it('lays two answers to one question side by side', () => {
    expect(mergeTexts('at 18:30', ['at 18:00', 'at 17:30'])).toBe('at 18:00 / 17:30');
  });

  it('leaves equal texts alone', () => expect(mergeTexts('x', ['same', 'same'])).toBe('same'));
});

describe('marks', () => {
  it('marks what was added and nothing else', () => {
    expect(marks(park, cooler)).toEqual([
      { text: `${park} `, added: false },
      { text: 'Bring the small cooler.', added: true },
    ]);
  });

  it('gives the text back when its pieces are joined', () => {
    const text = ' a  b\nc ';
    expect(marks('b', text).map((piece) => piece.text).join('')).toBe(text);
  });
});
