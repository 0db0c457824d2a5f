import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import type { FieldType, Value } from '@/api/contract';
import { labelOf, words } from '@/i18n';
import { fromLocalInput, toLocalInput, wayOf } from './draft';
import { languageChoices } from './languages';
import { ReferenceInput } from './ReferenceInput';
import { RowInput } from './RowInput';
import { SetInput } from './SetInput';
import { StandingRowsInput } from './StandingRowsInput';

export interface InputProps {
  field: FieldType;
  // What the field holds; the draft starts from it.
  before: Value | undefined;
  draft: Value;
  onDraft: (draft: Value) => void;
  // Takes the focus when it appears; true unless said otherwise.
  autoFocus?: boolean;
}

function CountInput({ field, before, draft, onDraft, autoFocus = true }: InputProps) {
  const now = typeof before === 'number' ? before : 0;
  const add = typeof draft === 'number' ? draft : 0;
  return (
    <NumberInput
      aria-label={`${labelOf(field.label)}: ${words.record.addOrTake}`}
      description={`${words.record.byHand} ${words.record.willBe(now + add)}`}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDecimal={false}
      value={add}
      onChange={(value) => onDraft(typeof value === 'number' ? value : 0)}
      autoFocus={autoFocus}
    />
  );
}

function ChoiceInput({ field, draft, onDraft, autoFocus = true }: InputProps) {
  const answers = [
    { value: 'true', label: words.common.yes },
    { value: 'false', label: words.common.no },
  ];
  const listed =
    field.kind === 'language'
      ? languageChoices(typeof draft === 'string' ? [draft] : [])
      : (field.values ?? []).map((one) => ({ value: one.name, label: labelOf(one.label) }));
  const isBoolean = field.kind === 'boolean';
  return (
    <Select
      aria-label={labelOf(field.label)}
      data={isBoolean ? answers : listed}
      value={draft === null ? null : String(draft)}
      onChange={(value) => onDraft(isBoolean && value !== null ? value === 'true' : value)}
      clearable={field.rule !== 'status' && field.rule !== 'consent'}
      placeholder={words.common.notSet}
      searchable={listed.length > 8}
      autoFocus={autoFocus}
    />
  );
}

function NumericInput({ field, draft, onDraft, autoFocus = true }: InputProps) {
  return (
    <NumberInput
      aria-label={labelOf(field.label)}
      allowDecimal={field.kind === 'decimal'}
      {...(field.least === undefined ? {} : { min: field.least })}
      {...(field.most === undefined ? {} : { max: field.most })}
      value={typeof draft === 'number' || typeof draft === 'string' ? draft : ''}
      onChange={(value) => onDraft(value === '' ? null : Number(value))}
      autoFocus={autoFocus}
    />
  );
}

const nativeType = { date: 'date', time: 'time', date_time: 'datetime-local' } as const;

function TimeInput({ field, draft, onDraft, autoFocus = true }: InputProps) {
  const kind = field.kind as keyof typeof nativeType;
  const text = typeof draft === 'string' ? draft : '';
  const shown = kind === 'date_time' ? toLocalInput(text) : kind === 'time' ? text.slice(0, 5) : text;
  return (
    <TextInput
      type={nativeType[kind]}
      aria-label={labelOf(field.label)}
      value={shown}
      onChange={({ currentTarget: { value } }) => onDraft(kind === 'date_time' ? fromLocalInput(value) : value || null)}
      autoFocus={autoFocus}
    />
  );
}

function WordsInput({ field, draft, onDraft, autoFocus = true }: InputProps) {
  const text = typeof draft === 'string' ? draft : '';
  const longest = field.max_length === undefined ? {} : { maxLength: field.max_length };
  const shared = { 'aria-label': labelOf(field.label), value: text, autoFocus, dir: 'auto', ...longest } as const;
  return field.kind === 'long_text' ? (
    <Textarea {...shared} rows={4} onChange={(event) => onDraft(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} onChange={(event) => onDraft(event.currentTarget.value)} />
  );
}

// The editor that a declaration asks for. It keeps nothing itself.
export function FieldInput(props: InputProps) {
  const { field, before } = props;
  const way = wayOf(field, before);
  if (way === 'count') return <CountInput {...props} />;
  if (way === 'set') return <SetInput {...props} />;
  if (way === 'rows') return <RowInput {...props} />;
  if (way === 'cells') return <StandingRowsInput {...props} />;
  if (field.kind === 'reference') return <ReferenceInput {...props} />;
  const chosen = field.kind === 'boolean' || field.kind === 'language' || (field.values?.length ?? 0) > 0;
  if (chosen) return <ChoiceInput {...props} />;
  if (field.kind === 'number' || field.kind === 'decimal') return <NumericInput {...props} />;
  if (field.kind in nativeType) return <TimeInput {...props} />;
  return <WordsInput {...props} />;
}
