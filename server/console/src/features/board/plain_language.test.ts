import { describe, expect, it } from 'vitest';
import { plainnessOf, sentencesOf } from './plain_language';

describe('sentences', () => {
  it('end with their marks, or with a line', () => {
    expect(sentencesOf('Results night is on Thursday. Who comes? Everybody!\nBring your paper')).toEqual([
      'Results night is on Thursday.',
      'Who comes?',
      'Everybody!',
      'Bring your paper',
    ]);
  });

  it('do not end behind a title or a number', () => {
    expect(sentencesOf('Call Mrs. Odell about the keys. It costs 3.50 a month.')).toEqual(['Call Mrs. Odell about the keys.', 'It costs 3.50 a month.']);
    expect(sentencesOf('Pregunte a la Sra. Pilar. ¿Cuándo?')).toEqual(['Pregunte a la Sra. Pilar.', '¿Cuándo?']);
  });

  it('are none where nothing is said', () => {
    for (const text of ['', '  ', '...', '\n\n']) expect(sentencesOf(text)).toEqual([]);
  });
});

describe('the hint', () => {
  it('counts the words of the longest sentence', () => {
    expect(plainnessOf('We come on Saturdays. The van stops at the school at nine.', 'en')).toEqual({
      sentences: 2,
      longest: 8,
      tooLong: false,
      longWords: [],
    });
  });

  it('asks for two sentences past eighteen words', () => {
    const of = (words: number) => plainnessOf(`${Array.from({ length: words }, () => 'word').join(' ')}.`, 'en');
    expect(of(18)?.tooLong).toBe(false);
    expect(of(19)?.tooLong).toBe(true);
  });

  it('names long words once, and no names', () => {
    const text = 'Interoperability and stakeholders: the organisations of Constantinople implement interoperability and organisations.';
    expect(plainnessOf(text, 'en')?.longWords).toEqual(['stakeholders', 'organisations', 'interoperability']);
  });

  it('lets Spanish words be longer', () => {
    expect(plainnessOf('Las organizaciones responden.', 'en')?.longWords).toEqual(['organizaciones']);
    expect(plainnessOf('Las organizaciones responden a sus preguntas.', 'es')?.longWords).toEqual(['organizaciones']);
    expect(plainnessOf('Los interpretes vienen rápidamente.', 'es')?.longWords).toEqual([]);
  });

  it('says nothing of an empty text', () => {
    expect(plainnessOf(' ', 'en')).toBeUndefined();
  });
});
