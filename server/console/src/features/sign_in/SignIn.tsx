import { PasswordInput, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Refused, Unreachable } from '@/api/client';
import { useSignIn } from '@/api/session';
import { Button } from '@/components/Button';
import { Mark } from '@/components/Mark';
import { sentenceFor } from '@/components/Problem';
import { words } from '@/i18n';
import styles from './SignIn.module.css';
import { StitchedThread } from './StitchedThread';

function sentence(error: unknown): string {
  if (error instanceof Unreachable) return words.signIn.unreachable;
  if (error instanceof Refused && error.status === 401) return words.signIn.wrong;
  if (error instanceof Refused && error.status === 429) return words.errors.told(error.code, error.message) || words.signIn.tooMany;
  return sentenceFor(error);
}

function SignInForm() {
  const signIn = useSignIn();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '') nameField.current?.focus();
    else if (password === '') passwordField.current?.focus();
    else signIn.mutate({ name: name.trim(), password }, { onError: () => passwordField.current?.select() });
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        ref={nameField}
        label={words.signIn.name}
        name="username"
        autoComplete="username"
        autoFocus
        size="md"
        value={name}
        error={asked && name.trim() === '' ? words.signIn.enterName : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordInput
        ref={passwordField}
        label={words.signIn.password}
        name="password"
        autoComplete="current-password"
        size="md"
        value={password}
        error={asked && password === '' ? words.signIn.enterPassword : undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <div aria-live="assertive">
        {signIn.isError && (
          <p className={styles.error}>
            <IconAlertCircle size={18} aria-hidden />
            {sentence(signIn.error)}
          </p>
        )}
      </div>
      <Button look="primary" size="main" type="submit" disabled={signIn.isPending}>
        {words.signIn.submit}
      </Button>
    </form>
  );
}

export function SignIn({ why }: { why: 'first' | 'ranOut' }) {
  useEffect(() => {
    document.title = `${words.signIn.title} · ${words.app}`;
  }, []);
  return (
    <div className={styles.page}>
      <aside className={styles.side}>
        <div className={styles.brand}>
          <Mark size={44} />
          {words.app}
        </div>
        <div>
          <p className={styles.promise}>{words.signIn.promise}</p>
          <StitchedThread steps={words.signIn.thread} />
        </div>
      </aside>
      <main className={styles.main}>
        <div className={styles.card}>
          <h1>{words.signIn.title}</h1>
          <p className="muted">{why === 'first' ? words.signIn.intro : words.signIn.ranOut}</p>
          <SignInForm />
          <p className="muted small">{words.signIn.help}</p>
        </div>
      </main>
    </div>
  );
}
