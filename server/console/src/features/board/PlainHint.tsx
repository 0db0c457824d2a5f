import { IconAbc, IconCheck } from '@tabler/icons-react';
import { words } from '@/i18n';
import styles from './Hand.module.css';
import { plainnessOf, type Tongue } from './plain_language';

// How plain a text is, while somebody writes it.
export function PlainHint({ text, tongue }: { text: string; tongue: Tongue }) {
  const plain = plainnessOf(text, tongue);
  if (plain === undefined) return null;
  const said = words.answer.plain;
  const advice = [
    ...(plain.tooLong ? [said.longSentence(plain.longest)] : []),
    ...(plain.longWords.length > 0 ? [said.longWords(plain.longWords.join(', '))] : []),
  ];
  const Sign = advice.length > 0 ? IconAbc : IconCheck;
  return (
    <p className={`${styles.plain} ${advice.length > 0 ? styles.unplain : ''}`}>
      <Sign size={16} aria-hidden />
      <span>{advice.length > 0 ? advice.join(' ') : said.good(plain.sentences, plain.longest)}</span>
    </p>
  );
}
