import { Checkbox, TextInput, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useRef, useState, type FormEvent } from 'react';
import { HalfTaken, useSteps } from '@/api/board';
import { Refused } from '@/api/client';
import type { Partner, PartnerSteward } from '@/api/contract';
import { Button } from '@/components/Button';
import { SendProblem } from '@/components/Problem';
import { words } from '@/i18n';
import { wallTimeMs } from '@/i18n/zone';
import styles from './Dossier.module.css';
import { workOf, wrongIn, type HandOver, type Wrong } from './handover';

interface Props {
  partner: Partner['partner'];
  present: PartnerSteward | undefined;
  onDone: () => void;
}

const todayHere = () => new Date(wallTimeMs(new Date())).toISOString().slice(0, 10);

function begin(present: PartnerSteward | undefined): HandOver {
  const offered = words.stewards.defaults.map((text) => ({ text, done: false }));
  return { person: '', from: todayHere(), note: present?.note ?? '', steps: present === undefined || present.steps.length > 0 ? [] : offered, told: false };
}

const errorsOf = ({ person, from }: Wrong) => ({
  person: person === 'missing' ? words.stewards.needTo : person === 'same' ? words.stewards.samePerson : undefined,
  from: from === 'missing' ? words.stewards.needFrom : from === 'early' ? words.stewards.tooEarly : undefined,
});

// The present steward is ended as they were shown when this opened: whatever else became of them meanwhile stands beside it.
export function HandOverForm({ partner, present, onDone }: Props) {
  const said = words.stewards;
  const [shown] = useState(present);
  const [draft, setDraft] = useState(() => begin(present));
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const steps = useSteps(() => {
    notifications.show({ message: shown === undefined ? said.named : said.saved });
    onDone();
  });
  const wrong = wrongIn(draft, shown);
  const errors = errorsOf(asked ? wrong : {});
  const set = (next: Partial<HandOver>) => setDraft((before) => ({ ...before, ...next }));
  const half = steps.error instanceof HalfTaken ? steps.error.refusal : undefined;
  // Who is steward moved on: then this would name a second one.
  const moved = shown?.id !== present?.id || shown?.to !== present?.to;

  const save = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const first = Object.keys(wrong)[0];
    if (first !== undefined) return form.current?.querySelector<HTMLElement>(`[name="steward-${first}"]`)?.focus();
    if (!moved && half === undefined) steps.mutate(workOf(partner.id, draft, shown, new Date().toISOString()));
  };
  const reload = steps.error instanceof Refused && steps.error.status === 409;
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={shown === undefined ? said.name : said.handOver}
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
      noValidate
    >
      {shown !== undefined && <p className={styles.warn}>{said.warn}</p>}
      <TextInput
        name="steward-person"
        label={said.to}
        maxLength={200}
        error={errors.person}
        value={draft.person}
        onChange={({ currentTarget: { value } }) => set({ person: value })}
        autoFocus
      />
      <TextInput
        name="steward-from"
        type="date"
        label={said.from}
        description={shown === undefined ? undefined : said.fromHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={errors.from}
        value={draft.from}
        onChange={({ currentTarget: { value } }) => set({ from: value })}
      />
      {shown !== undefined && (
        <>
          <Textarea
            name="steward-note"
            label={said.noteLabel}
            description={said.noteHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autosize
            minRows={3}
            value={draft.note}
            onChange={({ currentTarget: { value } }) => set({ note: value })}
          />
          {draft.steps.length > 0 && (
            <fieldset className={styles.checklist}>
              <legend>{said.checklist}</legend>
              <p className="muted small">{said.checklistHint}</p>
              {draft.steps.map((step, at) => (
                <Checkbox
                  key={step.text}
                  label={step.text}
                  checked={step.done}
                  onChange={({ currentTarget: { checked } }) =>
                    set({ steps: draft.steps.map((one, nth) => (nth === at ? { ...one, done: checked } : one)) })
                  }
                />
              ))}
            </fieldset>
          )}
          <Checkbox label={said.toldNow} checked={draft.told} onChange={({ currentTarget: { checked } }) => set({ told: checked })} />
        </>
      )}
      {(moved || reload) && (
        <p className={styles.against} role="alert">
          {said.moved}
        </p>
      )}
      {half !== undefined && <p className={styles.against}>{said.half}</p>}
      {!reload && <SendProblem error={half ?? steps.error} />}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" icon={IconArrowsExchange} disabled={steps.isPending || moved || half !== undefined}>
          {shown === undefined ? said.saveName : said.save}
        </Button>
        <Button onClick={onDone}>{words.common.cancel}</Button>
      </div>
    </form>
  );
}
