import { IconCheck, IconX } from '@tabler/icons-react';
import { useCompareEnrolment } from '@/api/devices';
import { Button } from '@/components/Button';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import styles from './EnrolPanel.module.css';

interface Props {
  id: string;
  name: string;
  said: string[];
}

// The one moment that keeps a stranger's tablet out: two people compare three words.
export function CompareWords({ id, name, said }: Props) {
  const compare = useCompareEnrolment(id);
  return (
    <div className={styles.compare} role="group" aria-label={words.enrol.claimed}>
      <h3>{words.enrol.claimed}</h3>
      <p className="muted small">{words.enrol.claimedHint(name)}</p>
      <div role="status">
        <ul className={styles.words}>
          {said.map((word, at) => (
            <li key={at}>{word}</li>
          ))}
        </ul>
      </div>
      <Button
        look="primary"
        size="main"
        icon={IconCheck}
        onClick={() => compare.mutate('confirm')}
        disabled={compare.isPending}
      >
        {words.enrol.match}
      </Button>
      <Button icon={IconX} onClick={() => compare.mutate('refuse')} disabled={compare.isPending}>
        {words.enrol.differ}
      </Button>
      <SendProblem error={compare.error} />
    </div>
  );
}
