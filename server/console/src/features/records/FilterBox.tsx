import { TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { RecordType } from '@/api/contract';
import { paths } from '@/app/paths';
import { labelOf, words } from '@/i18n';

const settleMs = 250;

// Searches within one type. The words live in the address, so that going back finds them again.
export function FilterBox({ type, q }: { type: RecordType; q: string }) {
  const [, go] = useLocation();
  const [text, setText] = useState(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => setText((typed) => (typed.trim() === q ? typed : q)), [q]);
  const label = words.records.filter(labelOf(type.plural));
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={100}
      leftSection={<IconFilter size={18} aria-hidden />}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => go(paths.records(type.name, value.trim()), { replace: true }), settleMs);
      }}
    />
  );
}
