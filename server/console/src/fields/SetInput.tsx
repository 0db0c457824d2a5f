import { MultiSelect, TagsInput } from '@mantine/core';
import type { Value } from '@/api/contract';
import { labelOf, words } from '@/i18n';
import type { InputProps } from './FieldInput';
import { languageChoices } from './languages';
import { ReferenceSetInput } from './ReferenceInput';

export function stringsOf(draft: Value): string[] {
  return Array.isArray(draft) ? draft.filter((item) => typeof item === 'string') : [];
}

// Several answers at once: from a list where the declaration has one, else typed.
export function SetInput(props: InputProps) {
  const { field, draft, onDraft, autoFocus = true } = props;
  const shared = { 'aria-label': labelOf(field.label), value: stringsOf(draft), onChange: onDraft, autoFocus };
  if (field.kind === 'reference') return <ReferenceSetInput {...props} />;
  const listed =
    field.kind === 'language'
      ? languageChoices(stringsOf(draft))
      : (field.values ?? []).map((one) => ({ value: one.name, label: labelOf(one.label) }));
  if (listed.length > 0) return <MultiSelect {...shared} data={listed} searchable hidePickedOptions />;
  return <TagsInput {...shared} data={[]} description={words.record.addEntry} />;
}
