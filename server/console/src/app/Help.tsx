import { IconHelpCircle, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { useLocation } from 'wouter';
import { IconButton } from '@/components/Button';
import { words } from '@/i18n';
import { helpPageOf } from './help_page';
import styles from './Help.module.css';

function Panel({ id, onClose }: { id: string; onClose: () => void }) {
  const [location] = useLocation();
  const { help } = words;
  const page = help.pages[helpPageOf(location)];
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <aside id={id} className={styles.panel} aria-label={help.title}>
      <header className={styles.head}>
        <h2 ref={head} tabIndex={-1}>
          {page.title}
        </h2>
        <IconButton icon={IconX} label={words.common.close} onClick={onClose} />
      </header>
      <ul className={styles.lines}>
        {page.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{help.words}</h3>
      <dl className={styles.terms}>
        {help.terms.map(({ term, means }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <h3>{help.keys}</h3>
      <p>
        <kbd>/</kbd> {help.slash} · <kbd>Esc</kbd> {help.escape}
      </p>
      <p className={styles.more}>{help.more}</p>
    </aside>
  );
}

// Escape closes what is open wherever the focus is, and so does a press beside it.
function useWayOut(open: boolean, around: RefObject<HTMLElement | null>, close: (back: boolean) => void) {
  useEffect(() => {
    if (!open) return undefined;
    const key = (event: KeyboardEvent) => event.key === 'Escape' && close(true);
    const press = (event: PointerEvent) => !around.current?.contains(event.target as Node) && close(false);
    document.addEventListener('keydown', key);
    document.addEventListener('pointerdown', press);
    return () => {
      document.removeEventListener('keydown', key);
      document.removeEventListener('pointerdown', press);
    };
  });
}

// In the same place on every page: what this page is for, in plain words.
export function Help() {
  const [open, setOpen] = useState(false);
  const id = useId();
  const around = useRef<HTMLDivElement>(null);
  const close = (back: boolean) => {
    setOpen(false);
    if (back) around.current?.querySelector('button')?.focus();
  };
  useWayOut(open, around, close);
  return (
    <div ref={around} className={styles.around}>
      <button
        type="button"
        className={styles.open}
        aria-label={words.help.open}
        title={words.help.open}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => (open ? close(true) : setOpen(true))}
      >
        <IconHelpCircle size={22} aria-hidden />
      </button>
      {open && <Panel id={id} onClose={() => close(true)} />}
    </div>
  );
}
