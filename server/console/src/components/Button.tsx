import type { Icon } from '@tabler/icons-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './Button.module.css';

type Look = 'primary' | 'outline' | 'tonal' | 'danger' | 'dangerFilled' | 'ghost';
type Size = 'row' | 'main';

interface Common {
  look?: Look;
  size?: Size;
  icon?: Icon;
  children: ReactNode;
}

function classes(look: Look, size: Size): string {
  return `${styles.button} ${styles[look]} ${size === 'main' ? styles.main : ''}`;
}

// `reason` says why the button cannot be used now; giving one disables it.
export function Button({
  look = 'outline',
  size = 'row',
  icon: Sign,
  reason,
  children,
  ...rest
}: Common & { reason?: string | undefined } & ComponentPropsWithRef<'button'>) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(look, size)}
      disabled={rest.disabled === true || reason !== undefined}
      title={reason}
    >
      {Sign && <Sign size={18} aria-hidden />}
      {children}
    </button>
  );
}

export function LinkButton({ href, look = 'outline', size = 'row', icon: Sign, children }: Common & { href: string }) {
  return (
    <Link href={href} className={classes(look, size)}>
      {Sign && <Sign size={18} aria-hidden />}
      {children}
    </Link>
  );
}

export function IconButton({ icon: Sign, label, ...rest }: { icon: Icon; label: string } & ComponentPropsWithRef<'button'>) {
  return (
    <button type="button" {...rest} className={styles.icon} aria-label={label}>
      <Sign size={20} aria-hidden />
    </button>
  );
}
