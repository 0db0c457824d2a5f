import { Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useSteps } from '@/api/board';
import type { Partner, PartnerSteward } from '@/api/contract';
import { useOwnName } from '@/api/session';
import { paths } from '@/app/paths';
import { useProgramme } from '@/app/programme';
import { useRecordType } from '@/app/types';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import { saidDate, saidDay } from '@/i18n/dates';
import styles from './Dossier.module.css';
import { HandOverForm } from './HandOverForm';

type Stewards = NonNullable<Partner['stewards']>;
type Warning = Stewards['warnings'][number];

export function sayWarning({ kind, side, name, on }: Warning): string {
  const said = words.stewards.warning;
  switch (kind) {
    case 'nobody':
      return said.nobody(side);
    case 'two':
      return said.two(side);
    case 'leaves':
      return said.leaves(name, on === null ? '' : saidDate(on));
    case 'untold':
      return said.untold(name);
    case 'no_note':
      return said.noNote(name);
    case 'steps_open':
      return said.stepsOpen(name);
    case 'often':
      return said.often;
  }
}

const sayTime = ({ from, to }: PartnerSteward) =>
  [from === '' ? '' : words.stewards.since(saidDate(from)), to === '' ? '' : words.stewards.until(saidDate(to))].filter((part) => part !== '').join(', ');

// What is left to do of a handover. Each tick is an edit of its one row.
function Handover({ steward, writable }: { steward: PartnerSteward; writable: boolean }) {
  const said = words.stewards;
  const edit = useSteps();
  // What was ticked is shown so before the office has answered, and as it was where it refuses.
  const [ticked, setTicked] = useState('');
  const tick = (row: string, done: boolean) => {
    setTicked(row);
    edit.mutate({ steps: [{ record: steward.id, seen: steward.number, fields: { checklist: { edit: [{ id: row, done }] } } }] });
  };
  const tell = () =>
    edit.mutate({ steps: [{ record: steward.id, seen: steward.number, fields: { partner_told_at: new Date().toISOString() } }] });
  if (steward.to === '' && steward.note === '' && steward.steps.length === 0) return null;
  return (
    <div className={styles.handover}>
      {steward.note !== '' && (
        <p dir="auto">
          <b>{said.note}:</b> {steward.note}
        </p>
      )}
      {steward.steps.length > 0 && (
        <fieldset className={styles.checklist}>
          <legend>{said.steps(steward.steps.filter(({ done }) => done).length, steward.steps.length)}</legend>
          {steward.steps.map(({ id, step, done }) => (
            <Checkbox key={id} label={step} checked={edit.isPending && ticked === id ? !done : done} disabled={!writable || edit.isPending} onChange={() => tick(id, !done)} />
          ))}
        </fieldset>
      )}
      {steward.to !== '' && (
        <p className="muted small">
          {steward.told_at === '' ? said.untold : said.told(saidDay(steward.told_at))}{' '}
          {steward.told_at === '' && writable && (
            <Button onClick={tell} disabled={edit.isPending}>
              {said.tell}
            </Button>
          )}
        </p>
      )}
      <SendProblem error={edit.error} />
    </div>
  );
}

function Person({ steward, writable, past = false }: { steward: PartnerSteward; writable: boolean; past?: boolean }) {
  const own = useOwnName();
  return (
    <li>
      <Avatar name={steward.name} own={!past && steward.name === own} />
      <div>
        <Link href={paths.record(steward.id)} className={styles.open}>
          <bdi>{steward.name || words.records.untitled}</bdi>
        </Link>
        <p>{sayTime(steward)}</p>
        <Handover steward={steward} writable={writable} />
      </div>
    </li>
  );
}

function Side({ title, stewards, writable }: { title: string; stewards: PartnerSteward[]; writable: boolean }) {
  return (
    <>
      <h3 className={styles.side}>{title}</h3>
      {stewards.length === 0 && <p className={styles.nothing}>{words.stewards.none}</p>}
      <ul className={styles.people}>
        {stewards.map((steward) => (
          <Person key={steward.id} steward={steward} writable={writable} />
        ))}
      </ul>
    </>
  );
}

export function StewardCard({ partner, stewards }: { partner: Partner['partner']; stewards: Stewards }) {
  const { role } = useProgramme();
  const writable = useRecordType('steward_assignment').writers.includes(role);
  const [handing, setHanding] = useState(false);
  const said = words.stewards;
  const present = stewards.us.length === 1 ? stewards.us[0] : undefined;
  const { continuity } = stewards;
  // Of two somebody has to say first which it is.
  const may = writable && stewards.us.length < 2;
  return (
    <Card title={said.title}>
      {stewards.warnings.length > 0 && (
        <ul className={styles.warnings}>
          {stewards.warnings.map((warning, at) => (
            <li key={at}>
              <IconAlertTriangle size={18} aria-hidden /> <bdi>{sayWarning(warning)}</bdi>
            </li>
          ))}
        </ul>
      )}
      <Side title={said.ours} stewards={stewards.us} writable={writable} />
      {may && !handing && (
        <div className={styles.action}>
          <Button icon={IconArrowsExchange} onClick={() => setHanding(true)}>
            {present === undefined ? said.name : said.handOver}
          </Button>
        </div>
      )}
      {handing && <HandOverForm partner={partner} present={present} onDone={() => setHanding(false)} />}
      <Side title={said.theirs} stewards={stewards.partner} writable={writable} />
      {stewards.others.length > 0 && (
        <>
          <h3 className={styles.side}>{said.before}</h3>
          <ul className={styles.people}>
            {stewards.others.map((steward) => (
              <Person key={steward.id} steward={steward} writable={writable} past />
            ))}
          </ul>
        </>
      )}
      {continuity !== null && continuity.days > 0 && <p className={styles.more}>{said.continuity(continuity.steady, continuity.days)}</p>}
    </Card>
  );
}
