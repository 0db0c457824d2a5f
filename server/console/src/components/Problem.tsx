import { IconAlertCircle, IconCloudOff } from '@tabler/icons-react';
import { Refused, Unreachable } from '@/api/client';
import { words } from '@/i18n';
import { Button } from './Button';
import styles from './Problem.module.css';

// The sentence for an error; the server's own where it gave one.
export function sentenceFor(error: unknown, sending = false): string {
  if (error instanceof Unreachable) return sending ? words.errors.unreachableSend : words.errors.unreachable;
  if (!(error instanceof Refused)) return words.errors.unknown;
  if (error.message !== '') return words.errors.told(error.code, error.message);
  if (error.status === 403) return words.errors.notAllowed;
  if (error.status === 404) return words.errors.gone;
  return words.errors.unknown;
}

interface Props {
  error: unknown;
  onRetry?: () => void;
  // Fills the window instead of a place on the page.
  alone?: boolean;
}

export function Problem({ error, onRetry, alone = false }: Props) {
  const Sign = error instanceof Unreachable ? IconCloudOff : IconAlertCircle;
  return (
    <div className={alone ? styles.alone : styles.problem} role="alert">
      <Sign size={22} aria-hidden />
      <p>{sentenceFor(error)}</p>
      {onRetry && <Button onClick={onRetry}>{words.common.retry}</Button>}
    </div>
  );
}

// Under the thing that could not be sent; what was typed stays where it is.
export function SendProblem({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <p className={styles.send} role="alert">
      <IconAlertCircle size={16} aria-hidden />
      {sentenceFor(error, true)}
    </p>
  );
}
