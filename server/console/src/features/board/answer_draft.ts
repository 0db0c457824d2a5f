import type { Step } from '@/api/board';
import type { BoardCard, FieldEdit, Fields, NewRecord, RecordPage, RecordType, Value } from '@/api/contract';
import { editOf, startOf } from '@/fields/draft';
import { isNeeded } from '@/fields/layout';
import { stepUpTo } from './moves';

// An answer while somebody writes it: what they were shown when they began, and what they have made of it.

export const written = ['you_said', 'we_did', 'outcome', 'reason', 'published', 'you_said_es', 'we_did_es', 'reason_es'] as const;
export type Written = (typeof written)[number];
export type AnswerDraft = Record<Written, Value>;

export interface Shown {
  // Nothing: there is no answer yet.
  number: string | undefined;
  fields: Fields;
}

export type Begun = Map<string, { shown: Shown; draft: AnswerDraft }>;

const fieldIn = (type: RecordType, name: string) => type.fields.find((field) => field.name === name);

export function shownOf(record: RecordPage | undefined): Shown {
  return { number: record?.number, fields: record?.fields ?? {} };
}

// A new one begins with our own summary of what they said.
export function draftOf(type: RecordType, shown: Shown, card: BoardCard): AnswerDraft {
  const values = written.map((name) => {
    const field = fieldIn(type, name);
    return [name, field === undefined ? null : startOf(field, shown.fields[name])];
  });
  const draft = Object.fromEntries(values) as AnswerDraft;
  return shown.number === undefined ? { ...draft, you_said: card.summary } : draft;
}

// What its declaration still asks for.
export function missingIn(type: RecordType, draft: AnswerDraft): Written[] {
  return written.filter((name) => {
    const field = fieldIn(type, name);
    const value = draft[name];
    const blank = { ...draft, [name]: typeof value === 'string' ? value.trim() : value };
    return field !== undefined && isNeeded(field, blank);
  });
}

function editsIn(type: RecordType, shown: Shown, draft: AnswerDraft): Record<string, FieldEdit> {
  const edits = written.map((name) => {
    const field = fieldIn(type, name);
    return [name, field && editOf(field, shown.fields[name], draft[name])] as const;
  });
  return Object.fromEntries(edits.filter((edit): edit is [Written, FieldEdit] => edit[1] !== undefined));
}

export interface Work {
  make?: NewRecord;
  steps: Step[];
}

// What saving it does: the answer itself, when it was first given, and the feedback is answered. Nothing where nothing changed.
export function workOf(type: RecordType, card: BoardCard, answer: string | undefined, shown: Shown, draft: AnswerDraft, now: string): Work | undefined {
  const fields = editsIn(type, shown, draft);
  if (Object.keys(fields).length === 0) return undefined;
  const first = shown.fields['first_response_at'] === undefined ? { first_response_at: now } : {};
  const answered = stepUpTo(card, 'responded');
  if (answer === undefined || shown.number === undefined) {
    return { make: { type: type.name, fields: { feedback: card.id, ...fields, ...first } }, steps: answered };
  }
  return { steps: [{ record: answer, seen: shown.number, fields: { ...fields, ...first } }, ...answered] };
}
