import { Select } from '@mantine/core';
import { IconBuildingCommunity, IconMapPin, type Icon } from '@tabler/icons-react';
import { asFound, useChoices } from '@/fields/ReferenceInput';
import { words } from '@/i18n';
import styles from './Board.module.css';

interface FilterProps {
  type: string;
  label: string;
  every: string;
  icon: Icon;
  id: string;
  onChoose: (id: string) => void;
}

// The office finds what is typed; no list of all of them is ever fetched.
function Filter({ type, label, every, icon: Sign, id, onChoose }: FilterProps) {
  const { data, setText } = useChoices(type, id === '' ? [] : [id]);
  return (
    <Select
      className={styles.filter}
      aria-label={label}
      leftSection={<Sign size={18} aria-hidden />}
      placeholder={every}
      data={data}
      value={id === '' ? null : id}
      onChange={(chosen) => onChoose(chosen ?? '')}
      onSearchChange={setText}
      filter={asFound}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': every }}
    />
  );
}

interface Props {
  area: string;
  partner: string;
  onChoose: (area: string, partner: string) => void;
}

export function Filters({ area, partner, onChoose }: Props) {
  return (
    <span className={styles.filters}>
      <Filter type="area" label={words.board.area} every={words.board.allAreas} icon={IconMapPin} id={area} onChoose={(next) => onChoose(next, partner)} />
      <Filter
        type="partner"
        label={words.board.partner}
        every={words.board.allPartners}
        icon={IconBuildingCommunity}
        id={partner}
        onChoose={(next) => onChoose(area, next)}
      />
    </span>
  );
}
