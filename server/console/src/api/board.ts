import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, given } from './client';
import type { FieldEdit, NewRecord, RecordPage } from './contract';
import { useScope, type Scope } from './scope';

// Without an area or a partner, of every one. `cards` of each column at most.
export function useBoard(area: string, partner: string, cards: number, enabled = true) {
  const { at, key } = useScope();
  return useQuery({
    queryKey: key('board', area, partner, cards),
    queryFn: () =>
      answerOf(api.GET('/api/programmes/{programme}/board', { params: { path: at, query: given({ area, partner, cards }) } })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function usePoster(id: string) {
  const { at, key } = useScope();
  return useQuery({
    queryKey: key('poster', id),
    queryFn: () => answerOf(api.GET('/api/programmes/{programme}/records/{id}/poster', { params: { path: { ...at, id } } })),
    enabled: id !== '',
  });
}

// One edit of one record as its author was shown it.
export interface Step {
  record: string;
  seen: string;
  fields: { [field: string]: FieldEdit };
  // What takes it back, where undoing would not: a status that had no state before has none to go back to.
  back?: { [field: string]: FieldEdit };
}

// A change that was taken, by the number that its record has with it.
export interface Taken {
  record: string;
  number: string;
  back?: Step['back'];
}

// Some of it was taken, and then the office refused.
export class HalfTaken extends Error {
  constructor(
    readonly taken: Taken[],
    readonly refusal: unknown,
  ) {
    super('half taken');
  }
}

function takenOf(id: string, answer: RecordPage | { id: string }): Taken {
  return { record: id, number: 'number' in answer ? answer.number : '' };
}

async function take({ at }: Scope, make: NewRecord | undefined, steps: Step[]): Promise<Taken[]> {
  const taken: Taken[] = [];
  try {
    if (make !== undefined) {
      const made = await answerOf(api.POST('/api/programmes/{programme}/records', { params: { path: at }, body: make }));
      taken.push(takenOf(made.id, made));
    }
    for (const { record, seen, fields, back } of steps) {
      const params = { path: { ...at, id: record } };
      const answer = await answerOf(api.POST('/api/programmes/{programme}/records/{id}/edit', { params, body: { seen, fields } }));
      taken.push({ ...takenOf(record, answer), ...(back && { back }) });
    }
  } catch (refusal) {
    if (taken.length === 0) throw refusal;
    throw new HalfTaken(taken, refusal);
  }
  return taken;
}

// Ordinary edits one after another, perhaps of a new record first. Settled once the pages have asked anew, so that what was
// shown meanwhile can go. `onTaken` runs even if what asked for them has left the page by then.
export function useSteps(onTaken?: (taken: Taken[]) => void) {
  const scope = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['steps'],
    mutationFn: ({ make, steps }: { make?: NewRecord; steps: Step[] }) => take(scope, make, steps),
    onSuccess: (taken) => onTaken?.(taken),
    onSettled: () => client.invalidateQueries({ queryKey: scope.key() }),
  });
}

async function takeBack({ at }: Scope, { record, number, back }: Taken): Promise<void> {
  const params = { path: { ...at, id: record } };
  if (back !== undefined) {
    await answerOf(api.POST('/api/programmes/{programme}/records/{id}/edit', { params, body: { seen: number, fields: back } }));
    return;
  }
  const { items } = await answerOf(api.GET('/api/programmes/{programme}/records/{id}/history', { params }));
  const change = items.find((entry) => entry.number === number)?.dot;
  if (change === undefined) return;
  await answerOf(api.POST('/api/programmes/{programme}/records/{id}/undo', { params, body: { seen: number, change } }));
}

// Undoes what was taken, the last first, each as its author left it: what moved on since is not written over.
export function useTakeBack() {
  const scope = useScope();
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['undo'],
    mutationFn: async (taken: Taken[]) => {
      for (const one of taken.toReversed()) await takeBack(scope, one);
    },
    onSettled: () => client.invalidateQueries({ queryKey: scope.key() }),
  });
}
