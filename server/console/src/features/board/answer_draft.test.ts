import { describe, expect, it } from 'vitest';
import type { BoardCard, FieldType, RecordType } from '@/api/contract';
import { draftOf, missingIn, shownOf, workOf } from './answer_draft';

const field = (name: string, more: Partial<FieldType> = {}): FieldType => ({
  name, label: { en: name }, kind: 'long_text', rule: 'ask', class: 0, required: false, ...more,
});

const type: RecordType = {
  name: 'response', label: { en: 'Answer' }, plural: { en: 'Answers' }, icon: '', area: '', everyday: true, answered: false, title: [], readers: [],
  writers: [], groups: [],
  fields: [
    field('you_said', { required: true }),
    field('we_did', { required: true }),
    field('outcome', { kind: 'enumeration', rule: 'latest', required: true }),
    field('reason', { required_when: { outcome: ['planned', 'partly', 'not_possible'] } }),
    field('published', { kind: 'boolean', rule: 'latest' }),
    field('you_said_es'), field('we_did_es'), field('reason_es'),
  ],
};

const card: BoardCard = {
  id: 'f', number: '1:7', status: 'acknowledged', text: 'Put a bench at the stop.', summary: 'A bench at the stop', language: 'en', received_at: '',
  areas: [], partner: null, assignee: '', due: null, late_by: 0, late_in: 'days', conflict: false, answer: null,
};

const now = '2026-11-28T10:00:00-06:00';
const standing = { number: '1:9', fields: { you_said: 'A bench.', we_did: 'It is there.', outcome: 'done', first_response_at: now } };

describe('an answer', () => {
  it('begins with our summary, and later with what stands', () => {
    expect(draftOf(type, shownOf(undefined), card).you_said).toBe('A bench at the stop');
    expect(draftOf(type, standing, card)).toMatchObject({ you_said: 'A bench.', we_did: 'It is there.', outcome: 'done', reason: null });
  });

  it('needs a reason unless it is done', () => {
    const draft = { ...draftOf(type, standing, card), reason: '  ' };
    expect(missingIn(type, draft)).toEqual([]);
    for (const outcome of ['planned', 'partly', 'not_possible']) expect(missingIn(type, { ...draft, outcome })).toEqual(['reason']);
    expect(missingIn(type, { ...draft, outcome: null, we_did: ' ' })).toEqual(['we_did', 'outcome']);
  });

  it('is made with the day of the first answer, and the feedback is answered', () => {
    const draft = { ...draftOf(type, shownOf(undefined), card), we_did: 'It is there.', outcome: 'done' };
    expect(workOf(type, card, undefined, shownOf(undefined), draft, now)).toEqual({
      make: {
        type: 'response',
        fields: { feedback: 'f', you_said: 'A bench at the stop', we_did: 'It is there.', outcome: 'done', first_response_at: now },
      },
      steps: [{ record: 'f', seen: '1:7', fields: { status: 'responded' }, back: { status: 'acknowledged' } }],
    });
  });

  it('is edited as it was shown, and only where it changed', () => {
    const draft = { ...draftOf(type, standing, card), we_did: 'Two benches.' };
    expect(workOf(type, { ...card, status: 'closed' }, 'a', standing, draft, now)).toEqual({
      steps: [{ record: 'a', seen: '1:9', fields: { we_did: 'Two benches.' } }],
    });
    expect(workOf(type, card, 'a', standing, draftOf(type, standing, card), now)).toBeUndefined();
  });
});
