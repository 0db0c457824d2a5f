import { useRef } from 'react';
import type { Session } from '@/api/contract';
import { useSession } from '@/api/session';
import { Problem } from '@/components/Problem';
import { SignIn } from '@/features/sign_in/SignIn';
import { Console } from './Console';
import styles from './Gate.module.css';

// Who is not signed in signs in. When a sign-in runs out, the pages stay behind the form: what somebody was typing
// is there again once they are back.
export function Gate() {
  const session = useSession();
  const last = useRef<Session | null>(null);
  if (session.data) last.current = session.data;
  const known = last.current;
  if (known === null) {
    if (session.isPending) return null;
    return session.isError ? (
      <Problem error={session.error} onRetry={() => void session.refetch()} alone />
    ) : (
      <SignIn why="first" />
    );
  }
  const ranOut = session.data === null;
  return (
    <>
      <div className={styles.pages} inert={ranOut} aria-hidden={ranOut}>
        <Console key={known.user.id} session={known} />
      </div>
      {ranOut && (
        <div className={styles.over}>
          <SignIn why="ranOut" />
        </div>
      )}
    </>
  );
}
