import { IconClock } from '@tabler/icons-react';
import { useEnrolment } from '@/api/devices';
import type { Enrolment } from '@/api/contract';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import { countdown } from '@/i18n/dates';
import { CodeToShow } from './CodeToShow';
import { CompareWords } from './CompareWords';
import { EnrolEnd } from './EnrolEnd';
import styles from './EnrolPanel.module.css';
import { useSecondsClock } from './seconds_clock';

interface Props {
  enrolment: Enrolment;
  name: string;
  onAgain: () => void;
  onLeave: () => void;
  error: unknown;
}

// One code from its making to its end: shown, claimed by a tablet, confirmed by whoever compared the words.
export function Invitation({ enrolment, name, onAgain, onLeave, error }: Props) {
  const { data } = useEnrolment(enrolment.id);
  const now = useSecondsClock();
  const until = Date.parse(enrolment.expires_at);
  const state = data?.state ?? 'open';
  // A claimed code is the tablet's: the office says how long it may still be confirmed.
  const expired = state === 'expired' || (state === 'open' && now >= until);
  const running = !expired && state === 'open';
  return (
    <Card
      title={words.enrol.title}
      action={
        running && (
          <Chip tone="accent" icon={IconClock}>
            <span className="number" role="timer">
              {words.enrol.left(countdown(until, now))}
            </span>
          </Chip>
        )
      }
    >
      <div className={styles.panel}>
        {state === 'refused' && <EnrolEnd look="refused" name={name} onNext={onAgain} />}
        {expired && <EnrolEnd look="expired" name={name} onNext={onAgain} />}
        {state === 'confirmed' && <EnrolEnd look="done" name={name} onNext={onLeave} />}
        {running && <CodeToShow enrolment={enrolment} name={name} onAgain={onAgain} onLeave={onLeave} />}
        {state === 'claimed' && <CompareWords id={enrolment.id} name={name} said={data?.words ?? []} />}
        <SendProblem error={error} />
      </div>
    </Card>
  );
}
