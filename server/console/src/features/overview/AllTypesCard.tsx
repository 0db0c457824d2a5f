import { IconChevronDown, IconChevronUp, IconStack2 } from '@tabler/icons-react';
import { words } from '@/i18n';
import styles from './Overview.module.css';

interface Props {
  count: number;
  open: boolean;
  // The id of what it opens.
  panel: string;
  onToggle: () => void;
}

// Beside the counts of everyday: the way to all the other types.
export function AllTypesCard({ count, open, panel, onToggle }: Props) {
  const Sign = open ? IconChevronUp : IconChevronDown;
  return (
    <li>
      <button type="button" className={styles.count} aria-expanded={open} aria-controls={panel} onClick={onToggle}>
        <IconStack2 size={26} aria-hidden />
        <span>
          <b className="number">{words.common.count(count)}</b>
          <small>{words.overview.allTypes}</small>
        </span>
        <Sign size={18} className={styles.opens} aria-hidden />
      </button>
    </li>
  );
}
