import { IconCheck } from '@tabler/icons-react';
import type { Poster, PosterText } from '@/api/contract';
import { useProgramme } from '@/app/programme';
import { Mark } from '@/components/Mark';
import { wordsIn, type Language } from '@/i18n';
import { inZone } from '@/i18n/zone';
import { layPoster } from './poster_fit';
import styles from './Poster.module.css';

export type Paper = 'a3' | 'a4';

interface Props {
  poster: Poster;
  text: PosterText;
  language: Language;
  // Nothing: a small one on the page.
  paper?: Paper;
}

const monthOf = (date: Date, locale: string, zone: { timeZone?: string }) =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', ...zone }).format(date);

// What hangs on the wall, in its own language whatever the page speaks, and on white paper whatever the theme. It has no name
// of anybody.
export function PosterSheet({ poster, text, language, paper }: Props) {
  const { name } = useProgramme();
  const { locale, poster: said } = wordsIn(language);
  const { youSaid, heading, points, reason, scale } = layPoster(text);
  const month = poster.received_on === null ? '' : monthOf(new Date(`${poster.received_on}-01T00:00:00Z`), locale, { timeZone: 'UTC' });
  const where = [said.and(poster.areas), month].filter((part) => part !== '').join(', ');
  const size = scale === undefined ? '' : styles[`x${scale}`];
  return (
    <article className={`${styles.sheet} ${paper === undefined ? styles.small : styles[paper]} ${size}`} lang={language} aria-label={said.title}>
      <header className={styles.said}>
        <p className={styles.label}>{said.youSaid}</p>
        <p className={styles.voice} dir="auto">
          {said.quote(youSaid)}
        </p>
        {where !== '' && <p className={styles.where}>{where}</p>}
      </header>
      <div className={styles.stitch} />
      <div className={styles.did}>
        <p className={styles.label}>{said.weDid}</p>
        <p className={styles.heading} dir="auto">
          {heading}
        </p>
        <ul>
          {points.map((point) => (
            <li key={point} dir="auto">
              <IconCheck stroke={3} aria-hidden />
              <span>{point}</span>
            </li>
          ))}
        </ul>
        {reason !== undefined && (
          <p className={styles.reason} dir="auto">
            {reason}
          </p>
        )}
      </div>
      <footer className={styles.foot}>
        <Mark size={28} />
        <p>
          <b>{said.working}</b> {said.tellUs}
          <br />
          <bdi>{name}</bdi>, {monthOf(new Date(), locale, inZone())}
        </p>
      </footer>
    </article>
  );
}
