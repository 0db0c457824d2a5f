import { IconCloudOff } from '@tabler/icons-react';
import { words } from '@/i18n';
import { Empty } from './Empty';
import styles from './Loading.module.css';

const widths = ['62%', '84%', '47%', '71%', '55%', '78%'];

interface Props {
  what: string;
  rows?: number;
  // How the question stands: without a connection nobody is answering it.
  status?: 'fetching' | 'paused' | 'idle';
}

// Grey bars in the final layout after 300 ms, words after a second; before that nothing.
export function Loading({ what, rows = 6, status = 'fetching' }: Props) {
  if (status === 'paused') return <Empty icon={IconCloudOff} title={words.common.opensItself} />;
  return (
    <div className={styles.loading} role="status">
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={styles.bar} style={{ width: widths[row % widths.length] }} />
      ))}
      <span className={styles.words}>{words.common.opening(what)}</span>
    </div>
  );
}
