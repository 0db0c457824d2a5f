import { Link } from 'wouter';
import type { FieldType, Value } from '@/api/contract';
import { useTitle } from '@/api/records';
import { paths } from '@/app/paths';
import { useRecordTypes } from '@/app/types';
import { attachmentType, isPhoto, Photo } from '@/components/AttachedFile';
import { words } from '@/i18n';
import styles from './FieldValue.module.css';
import { inOrder } from './order';
import { Rows } from './Rows';
import { isEmpty, isVoice, say } from './say';
import { isSealedField } from './sealed';
import { sayTitle } from './title';

interface ReferenceProps {
  id: string;
  link: boolean;
}

function Reference({ id, link }: ReferenceProps) {
  const record = useTitle(id).data;
  const type = useRecordTypes().find((one) => one.name === record?.type);
  const photo = record?.type === attachmentType && isPhoto(record);
  const shown = photo ? <Photo record={record} small /> : <bdi>{record === undefined ? '…' : sayTitle(type, record.title)}</bdi>;
  return link ? (
    <Link href={paths.record(id)} className={styles.reference}>
      {shown}
    </Link>
  ) : (
    shown
  );
}

const isId = (value: Value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

// Text that holds a record's id: of whatever type, or a person's where one is known.
function namesRecord({ widget }: FieldType, value: Value): boolean {
  return (widget === 'record' || widget === 'person') && isId(value);
}

interface Props {
  field: FieldType;
  value: Value | undefined;
  // Inside of something that is pressed itself, a link has no place.
  links?: boolean;
  // Of what somebody said, if it is known.
  tongue?: string | undefined;
}

// A value as people read it. Text is text: nothing in it is ever taken for markup.
export function FieldValue({ field, value, links = true, tongue }: Props) {
  if (value === undefined || isEmpty(value)) return <span className="muted">{words.common.notSet}</span>;
  if (isSealedField(field)) return <span className="muted">{words.sealed.value}</span>;
  if (field.kind === 'reference' || namesRecord(field, value)) {
    const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
    return (
      <span className={`${styles.list} ${styles.references}`}>
        {ids.map((id) => (
          <Reference key={id} id={id} link={links} />
        ))}
      </span>
    );
  }
  if (field.kind === 'row' && (field.cells?.length ?? 0) > 0) return <Rows field={field} value={value} links={links} />;
  if (Array.isArray(value)) {
    return (
      <span className={styles.list}>
        {inOrder(field, value).map((item, at) => (
          <bdi key={at} className={styles.item}>
            {say(field, item)}
          </bdi>
        ))}
      </span>
    );
  }
  if (isVoice(field)) {
    return (
      <q className={styles.voice} dir="auto" lang={tongue}>
        {say(field, value)}
      </q>
    );
  }
  return (
    <span className={styles.text} dir="auto">
      {say(field, value)}
    </span>
  );
}
