import { IconArrowRight } from '@tabler/icons-react';
import type { RecordPage } from '@/api/contract';
import { paths } from '@/app/paths';
import { useProgramme } from '@/app/programme';
import { useRecordType } from '@/app/types';
import { AttachedFile, attachmentType } from '@/components/AttachedFile';
import { LinkButton } from '@/components/Button';
import { layoutOf, tongueOf } from '@/fields/layout';
import { sayTitle } from '@/fields/title';
import { FieldRow } from '@/features/record/FieldRow';
import { StateChips } from '@/features/record/StateChips';
import { labelOf, words } from '@/i18n';
import styles from './Inbox.module.css';

// The record in hand, as its own page shows it: what is wrong can be put right here.
export function Reading({ record }: { record: RecordPage }) {
  const type = useRecordType(record.type);
  const { role } = useProgramme();
  const writable = type.writers.includes(role) && !record.deleted;
  const tongue = tongueOf(type, record.fields);
  return (
    <article className={styles.reading}>
      <header className={styles.readingHead}>
        <p className={styles.quiet}>{labelOf(type.label)}</p>
        <h2>
          <bdi>{sayTitle(type, record.title)}</bdi> <StateChips record={record} />
        </h2>
      </header>
      {record.type === attachmentType && <AttachedFile record={record} />}
      {layoutOf(type, record.fields).map(({ heading, fields }) => (
        <section key={heading?.name ?? ''}>
          {heading && <h3>{labelOf(heading.label)}</h3>}
          <dl>
            {fields.map((field) => (
              <FieldRow key={field.name} record={record} field={field} tongue={tongue} writable={writable} />
            ))}
          </dl>
        </section>
      ))}
      <div className={styles.open}>
        <LinkButton href={paths.record(record.id)} look="ghost" icon={IconArrowRight}>
          {words.inbox.openRecord}
        </LinkButton>
      </div>
    </article>
  );
}
