import { PasswordInput } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { useOfficerKeys } from '@/api/officer_keys';
import { paths } from '@/app/paths';
import { Button, LinkButton } from '@/components/Button';
import { words } from '@/i18n';
import { holdKeys } from './held_keys';
import { openKey } from './own_key';
import styles from './Sealed.module.css';

export type Keys = NonNullable<ReturnType<typeof useOfficerKeys>['data']>['items'];

// Asks for the passphrase, and holds whichever of these keys it opens.
export function Unlock({ keys }: { keys: Keys }) {
  const [passphrase, setPassphrase] = useState('');
  const [opening, setOpening] = useState(false);
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setOpening(true);
    const tried = await Promise.all(keys.map(({ public_key, wrapped }) => openKey({ public_key, wrapped: wrapped ?? '' }, passphrase)));
    const opened = tried.filter((key) => key !== undefined);
    setOpening(false);
    setWrong(opened.length === 0);
    if (opened.length > 0) holdKeys(opened);
  };
  if (keys.length === 0) {
    return (
      <div className={styles.panel}>
        <p>{words.sealed.noKey}</p>
        <div className={styles.buttons}>
          <LinkButton href={paths.officerKeys}>{words.sealed.title}</LinkButton>
        </div>
      </div>
    );
  }
  return (
    <form className={styles.panel} onSubmit={(event) => void submit(event)}>
      <PasswordInput
        label={words.sealed.passphrase}
        autoComplete="current-password"
        value={passphrase}
        error={wrong ? words.sealed.wrong : undefined}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button look="primary" type="submit" icon={IconLockOpen} disabled={opening || passphrase === ''}>
          {opening ? words.sealed.unlocking : words.sealed.unlock}
        </Button>
      </div>
    </form>
  );
}
