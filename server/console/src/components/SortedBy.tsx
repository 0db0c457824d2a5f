import { IconArrowDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import table from './table.module.css';

// The head of the column that the office sorted by. There is no other order to choose, so it is no button.
export function SortedBy({ children }: { children: ReactNode }) {
  return (
    <span className={table.sorted}>
      {children}
      <IconArrowDown size={14} stroke={2.4} aria-hidden />
    </span>
  );
}
