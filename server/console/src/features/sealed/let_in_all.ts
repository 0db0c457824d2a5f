import { answerOf, api, given } from '@/api/client';
import type { RecordType } from '@/api/contract';
import { lettersIn, sealedIn } from './record_sealed';
import { isFor, keyFor } from './sealed_texts';

const pageItems = 200;

// The programme, its types, the keys that are held here, and the officer who is to read what they open.
export interface Reading {
  programme: string;
  types: RecordType[];
  held: Uint8Array[];
  publicKey: string;
}

// Adds the officer's key to every body of this record that the keys held here open; whether there was one.
async function letInto(reading: Reading, type: RecordType, id: string): Promise<boolean> {
  const at = { programme: reading.programme, id };
  const record = await answerOf(api.GET('/api/programmes/{programme}/records/{id}', { params: { path: at } }));
  const parts = sealedIn(type, record.fields);
  if (parts === undefined) return false;
  const added = lettersIn(id, parts, reading.held).flatMap((letter) => {
    const there = parts.keys.some((cell) => isFor(reading.publicKey, letter.body, cell));
    return letter.state === 'open' && !there ? [keyFor(reading.publicKey, letter.body, letter.opened.key)] : [];
  });
  if (added.length === 0) return false;
  const fields = { [parts.keysField]: { add: added.map((cell) => ({ [parts.keyCell]: cell })) } };
  const body = { seen: record.number, fields };
  await answerOf(api.POST('/api/programmes/{programme}/records/{id}/edit', { params: { path: at }, body }));
  return true;
}

// The ids are all listed before anything is added: a record that changes moves to the top of its list.
async function sealedIds({ programme }: Reading, type: RecordType): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const query = given({ type: type.name, after, limit: pageItems });
    const page: { items: { id: string; fields: Parameters<typeof sealedIn>[1] }[]; next: string | null } = await answerOf(
      api.GET('/api/programmes/{programme}/records', { params: { path: { programme }, query } }),
    );
    ids.push(...page.items.filter(({ fields }) => sealedIn(type, fields) !== undefined).map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return ids;
}

// How many records were opened to the officer. What was done before a failure stays done, and is passed over next time.
export async function letInAll(reading: Reading): Promise<number> {
  let records = 0;
  for (const type of reading.types.filter(({ fields }) => fields.some(({ widget }) => widget === 'sealed'))) {
    for (const id of await sealedIds(reading, type)) {
      if (await letInto(reading, type, id)) records += 1;
    }
  }
  return records;
}
