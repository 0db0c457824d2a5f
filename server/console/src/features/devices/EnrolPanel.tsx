import { Select, TextInput } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { useRef, useState, type FormEvent } from 'react';
import { useEnrol } from '@/api/devices';
import type { Enrolment, Role } from '@/api/contract';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import styles from './EnrolPanel.module.css';
import { Invitation } from './Invitation';

const roles: Role[] = ['worker', 'volunteer', 'coordinator'];

interface Invited {
  name: string;
  role: Role;
}

function Invite({ onMade }: { onMade: (enrolment: Enrolment, who: Invited) => void }) {
  const enrol = useEnrol();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('worker');
  const [asked, setAsked] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const missing = name.trim() === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) return nameField.current?.focus();
    const who = { name: name.trim(), role };
    enrol.mutate(who, { onSuccess: (enrolment) => onMade(enrolment, who) });
  };

  return (
    <form className={styles.panel} onSubmit={submit} noValidate>
      <p className="muted small">{words.enrol.intro}</p>
      <TextInput
        ref={nameField}
        label={words.enrol.name}
        name="tablet-person"
        autoComplete="off"
        maxLength={100}
        value={name}
        error={asked && missing ? words.enrol.nameMissing : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={words.enrol.role}
        data={roles.map((value) => ({ value, label: words.roles[value] ?? value }))}
        value={role}
        allowDeselect={false}
        onChange={(value) => setRole(value as Role)}
      />
      <Button look="primary" size="main" type="submit" icon={IconQrcode} disabled={enrol.isPending}>
        {words.enrol.make}
      </Button>
      <SendProblem error={enrol.error} />
    </form>
  );
}

// From a name and a role to a tablet that has joined.
export function EnrolPanel() {
  const [made, setMade] = useState<{ enrolment: Enrolment; who: Invited } | null>(null);
  const enrol = useEnrol();
  const again = () => {
    if (made === null) return;
    enrol.mutate(made.who, { onSuccess: (enrolment) => setMade({ enrolment, who: made.who }) });
  };
  if (made === null) {
    return (
      <Card title={words.enrol.title}>
        <Invite onMade={(enrolment, who) => setMade({ enrolment, who })} />
      </Card>
    );
  }
  return (
    <Invitation
      key={made.enrolment.id}
      enrolment={made.enrolment}
      name={made.who.name}
      onAgain={again}
      onLeave={() => setMade(null)}
      error={enrol.error}
    />
  );
}
