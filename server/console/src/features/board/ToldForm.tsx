import { NumberInput, Select, TextInput } from '@mantine/core';
import { IconMessage2Check } from '@tabler/icons-react';
import { useRef, useState, type FormEvent } from 'react';
import { HalfTaken, useSteps, type Taken } from '@/api/board';
import type { BoardCard, RecordPage } from '@/api/contract';
import { fieldOf, useRecordType } from '@/app/types';
import { Button } from '@/components/Button';
import { SendProblem } from '@/components/Problem';
import { fromLocalInput, toLocalInput } from '@/fields/draft';
import { labelOf, words } from '@/i18n';
import styles from './Hand.module.css';
import { stepUpTo } from './moves';

interface Props {
  card: BoardCard;
  record: RecordPage;
  onCancel: () => void;
  onTold: (taken: Taken[]) => void;
}

// It is finished once they were told: how, when, and how many. The answer is told as it was shown when this opened.
export function ToldForm({ card, record, onCancel, onTold }: Props) {
  const type = useRecordType('response');
  const [seen] = useState(record.number);
  const [via, setVia] = useState<string | null>(null);
  const [when, setWhen] = useState(() => toLocalInput(new Date().toISOString()));
  const [people, setPeople] = useState<number | string>('');
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const steps = useSteps(onTold);
  const said = words.told;
  const at = fromLocalInput(when);
  const errors = {
    told_via: via === null ? said.needHow : undefined,
    told_giver_at: at === null ? said.needWhen : Date.parse(at) > Date.now() ? said.notYet : undefined,
    told_people: typeof people !== 'number' || people < 1 ? said.needPeople : undefined,
  };

  const save = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const wrong = Object.entries(errors).find(([, error]) => error !== undefined)?.[0];
    if (wrong !== undefined) {
      form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
      return;
    }
    const fields = { told_giver_at: at, told_via: via, told_people: people };
    steps.mutate({ steps: [{ record: record.id, seen, fields }, ...stepUpTo(card, 'closed')] });
  };
  const errorOf = (name: keyof typeof errors) => (asked ? errors[name] : undefined);
  const half = steps.error instanceof HalfTaken ? steps.error.refusal : undefined;
  return (
    <form
      ref={form}
      className={styles.answer}
      aria-label={said.title}
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      noValidate
    >
      <p className={styles.quiet}>{said.intro}</p>
      <Select
        name="told_via"
        label={said.how}
        error={errorOf('told_via')}
        data={(fieldOf(type, 'told_via').values ?? []).map((one) => ({ value: one.name, label: labelOf(one.label) }))}
        value={via}
        onChange={setVia}
        placeholder={words.common.notSet}
        allowDeselect={false}
        autoFocus
      />
      <TextInput
        name="told_giver_at"
        type="datetime-local"
        label={said.when}
        error={errorOf('told_giver_at')}
        value={when}
        onChange={(event) => setWhen(event.currentTarget.value)}
      />
      <NumberInput
        name="told_people"
        label={said.people}
        description={said.peopleHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={errorOf('told_people')}
        value={people}
        onChange={setPeople}
        allowDecimal={false}
        allowNegative={false}
        max={100_000}
      />
      {half !== undefined && <p className={styles.against}>{words.board.halfMoved}</p>}
      <SendProblem error={half ?? steps.error} />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" icon={IconMessage2Check} disabled={steps.isPending}>
          {said.save}
        </Button>
        <Button onClick={onCancel}>{words.common.cancel}</Button>
      </div>
    </form>
  );
}
