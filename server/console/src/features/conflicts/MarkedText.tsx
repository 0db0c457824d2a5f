import styles from './Resolver.module.css';
import { marks } from './merge_text';

// A version of a text; what its author added is marked.
export function MarkedText({ before, text }: { before: string; text: string }) {
  if (before === '') return <span dir="auto">{text}</span>;
  return (
    <span dir="auto" className={styles.marked}>
      {marks(before, text).map((piece, at) =>
        piece.added ? <ins key={at}>{piece.text}</ins> : <span key={at}>{piece.text}</span>,
      )}
    </span>
  );
}
