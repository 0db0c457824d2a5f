import { Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { BoardCard, Stage } from '@/api/contract';
import { paths } from '@/app/paths';
import { words } from '@/i18n';
import styles from './Board.module.css';
import { sayCard } from './Card';
import { mayMove, stages } from './moves';

interface Props {
  card: BoardCard;
  stage: Stage;
  onMove: (to: Stage) => void;
}

// What dragging does, for whoever does not drag.
export function MoveMenu({ card, stage, onMove }: Props) {
  const [, go] = useLocation();
  const targets = stages.filter((to) => mayMove(card, stage, to));
  const answer = card.answer?.id;
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <button type="button" className={styles.menu} aria-label={words.board.move(sayCard(card))} title={words.board.moveTo}>
          <IconDotsVertical size={18} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {targets.length > 0 && <Menu.Label>{words.board.moveTo}</Menu.Label>}
        {targets.map((to) => (
          <Menu.Item key={to} onClick={() => onMove(to)}>
            {words.board.stages[to]}
          </Menu.Item>
        ))}
        {targets.length === 0 && <Menu.Label>{words.board.toldStays}</Menu.Label>}
        {targets.length === 0 && answer !== undefined && (
          <Menu.Item onClick={() => go(paths.record(answer))}>{words.board.openAnswer}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
