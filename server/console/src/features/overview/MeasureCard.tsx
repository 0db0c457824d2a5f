import { Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { words } from '@/i18n';
import styles from './Measures.module.css';
import { box, curveOf } from './spark';

interface Props {
  title: string;
  // What is counted, in one line; the whole of it stands behind the (i).
  line: string;
  definition: string;
  // The figure, or what is known where it would speak of too few; nothing where there is none.
  figure?: ReactNode;
  // Says why there is none.
  instead?: string;
  unit?: string | undefined;
  // Under the figure: what else is known, and of how many.
  also?: ReactNode;
  // An alert follows from the figure.
  poor?: boolean;
  // What else is known is itself bad news.
  alsoBad?: boolean;
  of?: ReactNode;
  months?: (number | null)[] | undefined;
  // One month's figure in words.
  say?: (month: number) => string;
}

const gap = 8;
// Of the longest definition, on a phone.
const mostHeight = 240;

// How far a card reaches beyond a button in it: what is opened under it hides nothing of the card. Where there is no room
// for that it opens beside the button, and above it if need be.
function beyond(button: HTMLElement) {
  const [own, card] = [button.getBoundingClientRect(), button.closest('li')!.getBoundingClientRect()];
  const room = window.innerHeight - card.bottom;
  return { mainAxis: room > mostHeight ? card.bottom - own.bottom + gap : gap, crossAxis: card.right - own.right };
}

function Definition({ title, definition }: { title: string; definition: string }) {
  const [open, setOpen] = useState(false);
  const [offset, setOffset] = useState({ mainAxis: gap, crossAxis: 0 });
  const press = (button: HTMLElement) => {
    setOffset(beyond(button));
    setOpen(!open);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={320} offset={offset}>
      <Popover.Target>
        <button
          type="button"
          className={styles.why}
          aria-label={words.measures.why(title)}
          onClick={({ currentTarget }) => press(currentTarget)}
          onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
        >
          <IconInfoCircle size={20} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.definition}>
        <strong>{title}</strong>
        <p>{definition}</p>
      </Popover.Dropdown>
    </Popover>
  );
}

function Curve({ months, say }: { months: (number | null)[]; say: (month: number) => string }) {
  const curve = curveOf(months);
  if (curve === undefined) return null;
  const told = months.map((month) => (month === null ? words.measures.few : say(month))).join(', ');
  return (
    <svg
      className={styles.curve}
      width={box.width}
      height={box.height}
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-label={words.measures.monthByMonth(told)}
    >
      <path d={curve.path} />
      <circle cx={curve.end.x} cy={curve.end.y} r={4} />
    </svg>
  );
}

export function MeasureCard({ title, line, definition, figure, unit, also, of, months, say = String, ...marks }: Props) {
  const { instead = words.measures.none } = marks;
  const { poor = false, alsoBad = false } = marks;
  return (
    <li className={`${styles.card} ${poor ? styles.poor : ''}`}>
      <div className={styles.title}>
        <h2>{title}</h2>
        <Definition title={title} definition={definition} />
      </div>
      <p className={styles.line}>{line}</p>
      <div className={styles.value}>
        {figure === undefined ? (
          <span className={styles.none}>{instead}</span>
        ) : (
          <b className="number">
            {figure}
            {unit !== undefined && <small className={unit === '%' ? styles.tight : undefined}>{unit}</small>}
          </b>
        )}
        {months !== undefined && <Curve months={months} say={say} />}
      </div>
      <p className={styles.foot}>
        <span className={alsoBad ? styles.bad : undefined}>{also}</span>
        <span>{of}</span>
      </p>
    </li>
  );
}
