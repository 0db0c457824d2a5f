import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { titleQuery, useFound } from '@/api/records';
import { useScope } from '@/api/scope';
import { useRecordTypes } from '@/app/types';
import { labelOf, words } from '@/i18n';
import type { InputProps } from './FieldInput';
import { sayTitle } from './title';
import { stringsOf } from './SetInput';

const offered = 20;
const settleMs = 200;

// What the search finds, and what is chosen already, by title.
export function useChoices(type: string, chosen: string[]) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text, settleMs);
  const scope = useScope();
  const known = useRecordTypes().find((one) => one.name === type);
  const found = useFound(type, q, offered).data?.items ?? [];
  const held = useQueries({ queries: chosen.map((id) => titleQuery(scope, id)) });
  const titles = new Map(found.map((record) => [record.id, record.title]));
  held.forEach(({ data }) => data && titles.set(data.id, data.title));
  const data = [...titles].map(([value, title]) => ({ value, label: sayTitle(known, title) }));
  return { data, text, setText };
}

// The office searches; the box must not filter a second time.
export const asFound = ({ options }: { options: unknown[] }) => options as never;

export function ReferenceInput({ field, draft, onDraft, autoFocus = true }: InputProps) {
  const chosen = typeof draft === 'string' ? draft : null;
  const { data, setText } = useChoices(field.reference ?? '', chosen === null ? [] : [chosen]);
  return (
    <Select
      aria-label={labelOf(field.label)}
      data={data}
      value={chosen}
      onChange={onDraft}
      onSearchChange={setText}
      filter={asFound}
      searchable
      clearable
      placeholder={words.record.chooseRecord}
      autoFocus={autoFocus}
    />
  );
}

export function ReferenceSetInput({ field, draft, onDraft, autoFocus = true }: InputProps) {
  const { data, text, setText } = useChoices(field.reference ?? '', stringsOf(draft));
  return (
    <MultiSelect
      aria-label={labelOf(field.label)}
      data={data}
      value={stringsOf(draft)}
      onChange={onDraft}
      searchValue={text}
      onSearchChange={setText}
      filter={asFound}
      searchable
      placeholder={words.record.chooseRecord}
      autoFocus={autoFocus}
    />
  );
}
