import { Checkbox, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { HalfTaken, useSteps } from '@/api/board';
import { Refused } from '@/api/client';
import type { BoardCard, RecordPage, Value } from '@/api/contract';
import { mayPublish, useProgramme } from '@/app/programme';
import { fieldOf, useRecordType } from '@/app/types';
import { Button } from '@/components/Button';
import { SendProblem } from '@/components/Problem';
import { fromLocalInput, toLocalInput } from '@/fields/draft';
import { labelOf, words } from '@/i18n';
import { draftOf, missingIn, shownOf, workOf, type Begun, type Written } from './answer_draft';
import styles from './Hand.module.css';
import { PlainHint } from './PlainHint';
import type { Tongue } from './plain_language';

interface Props {
  card: BoardCard;
  // Nothing: there is no answer yet.
  record: RecordPage | undefined;
  begun: Begun;
  // It is to be told back, and has no answer yet.
  first: boolean;
}

const textOf = (value: Value) => (typeof value === 'string' ? value : '');

// The copy that its author was shown when they began is what saving answers to, whatever arrives meanwhile.
function useDraft({ card, record, begun }: Props) {
  const type = useRecordType('response');
  const [{ shown, draft }, setHeld] = useState(() => {
    const held = begun.get(card.id);
    if (held !== undefined) return held;
    const now = shownOf(record);
    return { shown: now, draft: draftOf(type, now, card) };
  });
  const keep = (next: { shown: typeof shown; draft: typeof draft }) => {
    begun.set(card.id, next);
    setHeld(next);
  };
  return {
    type,
    shown,
    draft,
    set: (name: Written, value: Value) => keep({ shown, draft: { ...draft, [name]: value } }),
    // From here on it answers to what stands now.
    takeShown: () => keep({ shown: shownOf(record), draft }),
    fresh: () => {
      begun.delete(card.id);
      const now = shownOf(record);
      setHeld({ shown: now, draft: draftOf(type, now, card) });
    },
    touched: begun.has(card.id),
  };
}

export function AnswerEditor(props: Props) {
  const { card, record, first } = props;
  const { role } = useProgramme();
  const { type, shown, draft, set, takeShown, fresh, touched } = useDraft(props);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const steps = useSteps(() => {
    props.begun.delete(card.id);
    setAsked(false);
    notifications.show({ message: words.answer.saved });
  });
  const missing = missingIn(type, draft);
  const reload = steps.error instanceof Refused && steps.error.status === 409;
  const old = record !== undefined && shown.number !== record.number;
  // Whoever has written nothing sees what arrives; what somebody has begun stays.
  useEffect(() => {
    if (old && !touched && !steps.isPending) fresh();
    else if (reload && old) takeShown();
  });

  const save = (event?: FormEvent) => {
    event?.preventDefault();
    setAsked(true);
    if (missing.length > 0) {
      form.current?.querySelector<HTMLElement>(`[name="${missing[0]}"]`)?.focus();
      return;
    }
    const now = fromLocalInput(toLocalInput(new Date().toISOString())) ?? new Date().toISOString();
    const work = workOf(type, card, record?.id, shown, draft, now);
    if (work !== undefined) steps.mutate(work);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  const errorOf = (name: Written, sentence: string) => (asked && missing.includes(name) ? sentence : undefined);

  // No component of its own: a text that is drawn anew with each letter would lose its focus.
  const area = (name: Written, label: string, tongue: Tongue, more: { hint?: string; error?: string | undefined } = {}) => (
    <div>
      <Textarea
        name={name}
        label={label}
        description={more.hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={more.error}
        value={textOf(draft[name])}
        onChange={(event) => set(name, event.currentTarget.value)}
        lang={tongue}
        dir="auto"
        rows={2}
      />
      <PlainHint text={textOf(draft[name])} tongue={tongue} />
    </div>
  );
  const said = words.answer;
  const needsReason = draft.outcome !== null && draft.outcome !== 'done';
  const publishes = mayPublish(role);
  const half = steps.error instanceof HalfTaken ? steps.error.refusal : undefined;
  return (
    <form ref={form} className={styles.answer} onSubmit={save} onKeyDown={keys} aria-label={said.title} noValidate>
      {first && <p className={styles.against}>{words.told.answerFirst}</p>}
      {area('you_said', said.youSaid, 'en', { hint: said.youSaidHint, error: errorOf('you_said', said.needYouSaid) })}
      {area('we_did', said.weDid, 'en', { error: errorOf('we_did', said.needWeDid) })}
      <Select
        name="outcome"
        label={said.outcome}
        error={errorOf('outcome', said.needOutcome)}
        data={(fieldOf(type, 'outcome').values ?? []).map((one) => ({ value: one.name, label: labelOf(one.label) }))}
        value={textOf(draft.outcome) === '' ? null : textOf(draft.outcome)}
        onChange={(value) => set('outcome', value)}
        placeholder={words.common.notSet}
        allowDeselect={false}
      />
      {needsReason && area('reason', said.reason, 'en', { hint: said.reasonHint, error: errorOf('reason', said.needReason) })}
      <details className={styles.spanish}>
        <summary>{said.spanish}</summary>
        <p className={styles.quiet}>{said.spanishHint}</p>
        {area('you_said_es', `${said.youSaid} (es)`, 'es')}
        {area('we_did_es', `${said.weDid} (es)`, 'es')}
        {needsReason && area('reason_es', `${said.reason} (es)`, 'es')}
      </details>
      {publishes && (
        <Checkbox
          classNames={{ input: styles.check, body: styles.checkBody }}
          label={said.publish}
          description={said.publishHint}
          checked={draft.published === true}
          onChange={(event) => set('published', event.currentTarget.checked)}
        />
      )}
      {old && touched && (
        <p className={styles.against} role="status">
          <IconAlertTriangle size={18} aria-hidden /> {said.changedMeanwhile}
        </p>
      )}
      {half !== undefined && <p className={styles.against}>{words.board.halfMoved}</p>}
      <SendProblem error={half ?? steps.error} />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" disabled={steps.isPending}>
          {said.save}
        </Button>
      </div>
    </form>
  );
}
