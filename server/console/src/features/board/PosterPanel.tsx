import { Select } from '@mantine/core';
import { IconMessageQuestion, IconPrinter, IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { usePoster } from '@/api/board';
import type { Poster } from '@/api/contract';
import { Button } from '@/components/Button';
import { Loading } from '@/components/Loading';
import { Problem } from '@/components/Problem';
import { Segmented } from '@/components/Segmented';
import { languages, useLanguage, words, type Language } from '@/i18n';
import styles from './Hand.module.css';
import { layPoster } from './poster_fit';
import { PosterSheet, type Paper } from './PosterSheet';

const papers: { value: Paper; label: string }[] = [
  { value: 'a4', label: 'A4' },
  { value: 'a3', label: 'A3' },
];

// Why it cannot be printed; nothing where it can.
function hindrance(poster: Poster, language: Language): string | undefined {
  if (poster.why !== null) return words.poster.why[poster.why];
  const text = poster.texts[language];
  if (text === undefined) return words.poster.missing(languages.find((one) => one.language === language)!.name);
  return layPoster(text).scale === undefined ? words.poster.tooLong : undefined;
}

function Shown({ poster }: { poster: Poster }) {
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [paper, setPaper] = useState<Paper>('a4');
  const text = poster.texts[language];
  const against = hindrance(poster, language);
  const choices = languages.map((one) => ({ value: one.language, label: one.name, lang: one.language }));
  return (
    <>
      <div className={styles.posterHead}>
        <h3>{words.poster.title}</h3>
        <Segmented label={words.poster.language} options={choices} value={language} onChange={setLanguage} />
      </div>
      {text !== undefined && <PosterSheet poster={poster} text={text} language={language} />}
      {text !== undefined && (
        <p className={styles.quoted}>
          <IconQuote size={18} aria-hidden /> {poster.quoted ? words.poster.shared : words.poster.ours}
        </p>
      )}
      {against !== undefined && (
        <p className={styles.against}>
          <IconMessageQuestion size={18} aria-hidden /> {against}
        </p>
      )}
      <div className={styles.print}>
        <Button look="primary" size="main" icon={IconPrinter} reason={against} onClick={() => window.print()}>
          {words.poster.print}
        </Button>
        <Select
          className={styles.paper}
          aria-label={words.poster.paper}
          data={papers}
          value={paper}
          allowDeselect={false}
          onChange={(value) => setPaper(value === 'a3' ? 'a3' : 'a4')}
        />
      </div>
      {against === undefined && <p className={styles.quiet}>{words.poster.printHint}</p>}
      {text !== undefined &&
        against === undefined &&
        createPortal(<PosterSheet poster={poster} text={text} language={language} paper={paper} />, document.body)}
    </>
  );
}

export function PosterPanel({ answer }: { answer: string | undefined }) {
  const poster = usePoster(answer ?? '');
  if (answer === undefined) return <p className={styles.quiet}>{words.poster.none}</p>;
  if (poster.isPending) return <Loading status={poster.fetchStatus} what={words.poster.title.toLowerCase()} />;
  if (poster.isError) return <Problem error={poster.error} onRetry={() => void poster.refetch()} />;
  return <Shown poster={poster.data} />;
}
