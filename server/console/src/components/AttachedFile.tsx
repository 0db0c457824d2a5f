import { IconDownload, IconPhotoOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { RecordPage } from '@/api/contract';
import { useScope } from '@/api/scope';
import { words } from '@/i18n';
import styles from './AttachedFile.module.css';

export const attachmentType = 'attachment';

// Where the server hands out the file of an attachment record (server/app/openapi.json, "attachment").
function addressOf(programme: string, id: string): string {
  return `/api/programmes/${encodeURIComponent(programme)}/attachments/${encodeURIComponent(id)}`;
}

const textIn = (record: RecordPage, field: string) => {
  const value = record.fields[field];
  return typeof value === 'string' ? value : '';
};

export const isPhoto = (record: RecordPage) => textIn(record, 'media_type').startsWith('image/');

// What it shows, for whoever cannot see it.
const wordsFor = (record: RecordPage) => textIn(record, 'alt_text') || textIn(record, 'caption') || textIn(record, 'file_name');

// A record arrives before its photo does.
const tryAgainMs = 20_000;

// A photo that the office may not have yet: then a sentence stands in its place for a while.
export function Photo({ record, small }: { record: RecordPage; small?: boolean }) {
  const { programme } = useScope();
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (!missing) return;
    const timer = window.setTimeout(() => setMissing(false), tryAgainMs);
    return () => window.clearTimeout(timer);
  }, [missing]);
  if (missing) {
    return (
      <span className={styles.missing} title={small ? words.record.fileElsewhere : undefined}>
        <IconPhotoOff size={20} aria-hidden />
        {small ? wordsFor(record) : words.record.fileElsewhere}
      </span>
    );
  }
  return (
    <img
      className={small ? styles.thumbnail : styles.photo}
      src={addressOf(programme, record.id)}
      alt={wordsFor(record)}
      loading="lazy"
      onError={() => setMissing(true)}
    />
  );
}

// On the page of an attachment: the photo itself, and the way to save it or any other file.
export function AttachedFile({ record }: { record: RecordPage }) {
  const { programme } = useScope();
  return (
    <div className={styles.file}>
      {isPhoto(record) && <Photo record={record} />}
      <a className={styles.save} href={addressOf(programme, record.id)} download={textIn(record, 'file_name') || true}>
        <IconDownload size={20} aria-hidden />
        {words.record.saveFile}
      </a>
    </div>
  );
}
