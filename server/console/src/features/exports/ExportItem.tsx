import { IconDownload } from '@tabler/icons-react';
import type { Export } from '@/api/contract';
import { fileAddress } from '@/api/exports';
import { useProgramme } from '@/app/programme';
import { useRecordTypes } from '@/app/types';
import { Chip, type Tone } from '@/components/Chip';
import { labelOf, words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import styles from './Exports.module.css';

const tones: Record<Export['state'], Tone> = { waiting: 'plain', running: 'info', ready: 'success', failed: 'danger' };

const kilobytes = (bytes: number) => words.common.count(Math.max(1, Math.round(bytes / 1024)));

function Progress({ item }: { item: Export }) {
  const said = words.exports;
  if (item.state !== 'running' && item.state !== 'waiting') return null;
  const label = said.progress(item.rows_done, item.rows_total);
  return (
    <p className={styles.progress}>
      <progress aria-label={label} value={item.rows_done} max={Math.max(1, item.rows_total)} />
      <span className="number">{label}</span>
    </p>
  );
}

function Files({ item }: { item: Export }) {
  const { programme } = useProgramme();
  const said = words.exports;
  return (
    <ul className={styles.files}>
      {item.files.map(({ name, size_bytes: size, sha256 }) => (
        <li key={name}>
          <a href={fileAddress(programme, item.id, name)} download={name} aria-label={said.download(name)}>
            <IconDownload size={18} aria-hidden />
            <bdi>{name}</bdi>
          </a>
          <span className="number muted">{said.size(kilobytes(size))}</span>
          <code title={said.hash}>{sha256}</code>
        </li>
      ))}
    </ul>
  );
}

export function ExportItem({ item }: { item: Export }) {
  const types = useRecordTypes();
  const said = words.exports;
  const label = (name: string) => {
    const type = types.find((one) => one.name === name);
    return type === undefined ? name : labelOf(type.plural);
  };
  const rows = item.tables.reduce((sum, table) => sum + table.rows, 0);
  const leftOut = item.tables.reduce((sum, table) => sum + table.left_out, 0);
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <h3>
          {said.formats[item.format]}, {said.tables(item.types.length)}
        </h3>
        <Chip tone={tones[item.state]}>{said.state[item.state]}</Chip>
        <span className="muted small">
          {saidAt(item.begun_at)}
          {item.state === 'ready' && `, ${said.rows(rows)}, ${said.until(saidAt(item.until))}`}
        </span>
      </div>
      <p className={styles.names}>{item.types.map(label).join(', ')}</p>
      <Progress item={item} />
      {leftOut > 0 && <p className={styles.against}>{said.leftOut(leftOut)}</p>}
      {item.why !== '' && (
        <p className={styles.against} role="alert">
          {item.why}
        </p>
      )}
      <Files item={item} />
    </li>
  );
}
