import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconLink, IconRefresh } from '@tabler/icons-react';
import type { Enrolment } from '@/api/contract';
import { Button } from '@/components/Button';
import { words } from '@/i18n';
import { grouped } from './code_groups';
import styles from './EnrolPanel.module.css';

interface Props {
  enrolment: Enrolment;
  name: string;
  onAgain: () => void;
  onLeave: () => void;
}

export function CodeToShow({ enrolment, name, onAgain, onLeave }: Props) {
  const clipboard = useClipboard({ timeout: 2000 });
  return (
    <>
      {/* An image, not markup of this page: whatever the drawing holds cannot act here. */}
      <img
        className={styles.qr}
        src={`data:image/svg+xml,${encodeURIComponent(enrolment.qr_svg)}`}
        alt={words.enrol.qr(name)}
      />
      <div className={styles.typed}>
        <p className={styles.code} data-code={enrolment.code}>
          {grouped(enrolment.code).map((part, at) => (
            <span key={at}>{part}</span>
          ))}
        </p>
        <p className="muted small">{words.enrol.typeIt}</p>
        <p className={styles.office}>
          <bdi data-office={enrolment.office}>{enrolment.office}</bdi>
        </p>
        <p className="muted small">{words.enrol.office}</p>
      </div>
      <ol className={styles.steps}>
        {words.enrol.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button icon={clipboard.copied ? IconCheck : IconLink} onClick={() => clipboard.copy(enrolment.link)}>
          {clipboard.copied ? words.enrol.copied : words.enrol.copy}
        </Button>
        <Button icon={IconRefresh} onClick={onAgain}>
          {words.enrol.again}
        </Button>
        <Button look="ghost" onClick={onLeave}>
          {words.common.close}
        </Button>
      </div>
    </>
  );
}
