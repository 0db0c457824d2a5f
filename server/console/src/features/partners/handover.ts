import type { NewRecord, PartnerSteward } from '@/api/contract';
import type { Step } from '@/api/board';

// What somebody says of a change of steward.
export interface HandOver {
  person: string;
  from: string;
  note: string;
  // Of the list that was offered: what, and whether it is done.
  steps: { text: string; done: boolean }[];
  told: boolean;
}

export type Wrong = { [part in 'person' | 'from']?: 'missing' | 'same' | 'early' };

const dayMs = 86_400_000;

export function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - dayMs).toISOString().slice(0, 10);
}

const folded = (text: string) => text.trim().toLocaleLowerCase();
const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

// Nobody hands over to themselves, nor before they began.
export function wrongIn({ person, from }: HandOver, present: PartnerSteward | undefined): Wrong {
  const wrong: Wrong = {};
  if (person.trim() === '') wrong.person = 'missing';
  else if (present !== undefined && [present.person, present.name].some((one) => folded(one) === folded(person))) wrong.person = 'same';
  if (!isDate(from)) wrong.from = 'missing';
  else if (present !== undefined && present.from !== '' && from <= present.from) wrong.from = 'early';
  return wrong;
}

// The next steward as a record of their own, and what becomes of the present one's: it ends the day before, with the note and the steps
// of the handover. Each is an ordinary edit of what its author was shown. A note that is there already is written only where it was changed.
export function workOf(partner: string, said: HandOver, present: PartnerSteward | undefined, now: string): { make: NewRecord; steps: Step[] } {
  const make = { type: 'steward_assignment', fields: { partner, side: 'us', person: said.person.trim(), from: said.from } };
  if (present === undefined) return { make, steps: [] };
  const rows = said.steps.filter(({ text }) => text.trim() !== '').map(({ text, done }) => ({ step: text.trim(), done }));
  const fields = {
    to: dayBefore(said.from),
    ...(said.note.trim() !== present.note && { handover_note: said.note.trim() }),
    ...(present.steps.length === 0 && rows.length > 0 && { checklist: { add: rows } }),
    ...(said.told && present.told_at === '' && { partner_told_at: now }),
  };
  return { make, steps: [{ record: present.id, seen: present.number, fields }] };
}
