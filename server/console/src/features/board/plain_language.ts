// Plain words, as the design asks for: short sentences, and no word that is long without need. A hint and no rule: it is shown
// while somebody writes, and stops nothing.

export type Tongue = 'en' | 'es';

const mostWords = 18;
// Spanish words are longer.
const mostLetters = { en: 11, es: 13 };
const namedWords = 3;

// A full stop behind one of these ends no sentence.
const shortened = new Set(['mr', 'mrs', 'ms', 'dr', 'st', 'no', 'sr', 'sra', 'dra', 'srta', 'ud', 'uds', 'etc']);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];

function endsSentence(piece: string): boolean {
  const last = wordsOf(piece).at(-1) ?? '';
  return !/[.]["”»)]*$/u.test(piece) || !shortened.has(last.toLowerCase());
}

// The sentences of a text, each with its mark at the end.
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const line of text.split('\n')) {
    let open = '';
    for (const piece of line.split(/(?<=[.!?…؟]["”»)]*)\s+/u)) {
      open = open === '' ? piece.trim() : `${open} ${piece.trim()}`;
      if (!endsSentence(open)) continue;
      if (wordsOf(open).length > 0) sentences.push(open);
      open = '';
    }
    if (wordsOf(open).length > 0) sentences.push(open);
  }
  return sentences;
}

export interface Plainness {
  sentences: number;
  // Words of the longest sentence.
  longest: number;
  tooLong: boolean;
  // The first few long words, each once. What begins with a capital is a name, wherever it stands.
  longWords: string[];
}

// Nothing where there is nothing to read.
export function plainnessOf(text: string, tongue: Tongue): Plainness | undefined {
  const sentences = sentencesOf(text);
  if (sentences.length === 0) return undefined;
  const longest = Math.max(...sentences.map((sentence) => wordsOf(sentence).length));
  const long = sentences
    .flatMap(wordsOf)
    .filter((word) => [...word].length > mostLetters[tongue] && word === word.toLowerCase() && !word.includes('-'));
  return { sentences: sentences.length, longest, tooLong: longest > mostWords, longWords: [...new Set(long)].slice(0, namedWords) };
}
