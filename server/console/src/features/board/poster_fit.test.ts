import { describe, expect, it } from 'vitest';
import { layPoster } from './poster_fit';

const of = (you_said: string, we_did: string, reason: string | null = null) => layPoster({ you_said, we_did, reason });

describe('a poster', () => {
  it('has the first sentence large and the others below it', () => {
    const laid = of(
      'You never come back with the results.',
      'Results night, every last Thursday. In the hall at Iglesia Camino Claro, six to eight. A nurse explains your numbers, in Spanish and English. Your paper goes home with you, nobody keeps a copy.',
    );
    expect(laid).toEqual({
      youSaid: 'You never come back with the results.',
      heading: 'Results night, every last Thursday',
      points: [
        'In the hall at Iglesia Camino Claro, six to eight',
        'A nurse explains your numbers, in Spanish and English',
        'Your paper goes home with you, nobody keeps a copy',
      ],
      reason: undefined,
      scale: 100,
    });
  });

  it('keeps other marks at the end', () => {
    expect(of('When?', 'Who comes? Wait…').heading).toBe('Who comes?');
  });

  it('says why, where it is not done', () => {
    expect(of('A van.', 'Not this year.', 'The budget is spent.').reason).toBe('The budget is spent.');
  });

  it('is set smaller the more it says, and is refused past that', () => {
    const long = (times: number) => of('Words that somebody said. '.repeat(times), `${'We did what they said. '.repeat(times)}`).scale;
    const all = [1, 3, 5, 7, 9, 40].map(long);
    expect(all[0]).toBe(100);
    expect(all.at(-1)).toBeUndefined();
    const sizes = all.filter((one) => one !== undefined);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(new Set(sizes).size).toBeGreaterThan(2);
  });
});
