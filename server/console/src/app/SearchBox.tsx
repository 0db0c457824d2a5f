import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useKeys } from '@/components/keys';
import { words } from '@/i18n';
import { paths, searchedFor, searchedIn } from './paths';
import styles from './TopBar.module.css';

const settleMs = 250;

// Searches every type of record. "/" brings the cursor here from anywhere but a text field.
export function SearchBox() {
  const [location, go] = useLocation();
  const [text, setText] = useState(() => searchedFor(location));
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useKeys({ '/': () => input.current?.focus() });

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (document.activeElement !== input.current) setText(searchedFor(location));
  }, [location]);

  const search = (value: string) => {
    const asked = value.trim();
    if (asked !== '') go(paths.search(asked, searchedIn(location)), { replace: location.startsWith('/search') });
  };
  const typed = (value: string) => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(value), settleMs);
  };

  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        search(text);
      }}
    >
      <IconSearch size={18} aria-hidden />
      <input
        ref={input}
        type="search"
        name="search"
        autoComplete="off"
        maxLength={100}
        aria-label={words.shell.search}
        placeholder={words.shell.search}
        value={text}
        onChange={(event) => typed(event.currentTarget.value)}
      />
      <kbd title={words.shell.searchHint}>/</kbd>
    </form>
  );
}
