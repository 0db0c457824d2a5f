import { PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconKey, IconUpload } from '@tabler/icons-react';
import { useRef, useState, type ChangeEvent, type FormEvent } from 'react';
import { useAddOfficerKey } from '@/api/officer_keys';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import { holdKeys } from './held_keys';
import { fileText, keyFromFile, leastPassphrase, makeKey, type LockedKey } from './own_key';
import styles from './Sealed.module.css';

const mostFileBytes = 16 * 1024;

function save(key: LockedKey): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([fileText(key)], { type: 'application/json' }));
  link.download = 'rapport-sealing-key.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

function Make({ anew }: { anew: boolean }) {
  const add = useAddOfficerKey();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const [making, setMaking] = useState(false);
  const short = passphrase.length < leastPassphrase;
  const differ = passphrase !== again;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (short || differ) return;
    setMaking(true);
    const { secret, ...made } = await makeKey(passphrase);
    add.mutate(made, {
      onSuccess: () => {
        holdKeys([secret]);
        notifications.show({ message: words.sealed.madeNow });
      },
      onSettled: () => setMaking(false),
    });
  };
  return (
    <form className={styles.panel} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles.hint}>{anew ? words.sealed.anew : words.sealed.intro}</p>
      <PasswordInput
        label={words.sealed.passphrase}
        description={words.sealed.passphraseHint}
        autoComplete="new-password"
        value={passphrase}
        error={asked && short ? words.sealed.tooShort(leastPassphrase) : undefined}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <PasswordInput
        label={words.sealed.again}
        autoComplete="new-password"
        value={again}
        error={asked && differ ? words.sealed.differ : undefined}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button look={anew ? 'outline' : 'primary'} type="submit" icon={IconKey} disabled={making}>
          {making ? words.sealed.making : anew ? words.sealed.makeAnew : words.sealed.make}
        </Button>
      </div>
      <SendProblem error={add.error} />
    </form>
  );
}

// The office may have lost the key: it was restored from a backup that is older.
function Bring() {
  const add = useAddOfficerKey();
  const chooser = useRef<HTMLInputElement>(null);
  const [strange, setStrange] = useState(false);
  const take = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (file === undefined) return;
    const key = file.size <= mostFileBytes ? keyFromFile(await file.text()) : undefined;
    currentTarget.value = '';
    setStrange(key === undefined);
    if (key !== undefined) add.mutate(key, { onSuccess: () => notifications.show({ message: words.sealed.brought }) });
  };
  return (
    <div className={styles.panel}>
      <input
        ref={chooser}
        className={styles.file}
        type="file"
        accept="application/json,.json"
        aria-label={words.sealed.bring}
        tabIndex={-1}
        onChange={(event) => void take(event)}
      />
      <div className={styles.buttons}>
        <Button icon={IconUpload} onClick={() => chooser.current?.click()}>
          {words.sealed.bring}
        </Button>
      </div>
      {strange && <p role="alert">{words.sealed.notOurs}</p>}
      <SendProblem error={add.error} />
    </div>
  );
}

interface Kept {
  public_key: string;
  wrapped: string | null;
  retired: boolean;
}

// An officer's own keys, as the office keeps them.
export function OwnKey({ keys }: { keys: Kept[] }) {
  const used = keys.find(({ retired }) => !retired);
  const locked = used?.wrapped == null ? undefined : { public_key: used.public_key, wrapped: used.wrapped };
  return (
    <Card title={words.sealed.yours}>
      {locked !== undefined && (
        <div className={styles.panel}>
          <div className={styles.buttons}>
            <Button look="primary" icon={IconDownload} onClick={() => save(locked)}>
              {words.sealed.saveFile}
            </Button>
          </div>
          <p className={styles.hint}>{words.sealed.saveHint}</p>
        </div>
      )}
      <Make anew={locked !== undefined} />
      <Bring />
    </Card>
  );
}
