import styles from './Avatar.module.css';

const tints = ['juniper', 'violet', 'clay', 'lake'] as const;

function tintOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 37 + letter.codePointAt(0)!) % 9973;
  return styles[tints[sum % tints.length]!]!;
}

interface Props {
  name: string;
  small?: boolean;
  // Marigold is kept for the reader's own.
  own?: boolean;
}

export function Avatar({ name, small = false, own = false }: Props) {
  const letter = [...name.trim()][0]?.toLocaleUpperCase() ?? '?';
  return (
    <span className={`${styles.avatar} ${own ? styles.own : tintOf(name)} ${small ? styles.small : ''}`} aria-hidden>
      {letter}
    </span>
  );
}
