import { answerOf, api } from '@/api/client';
import type { FieldType, Fields, RecordPage, RecordType } from '@/api/contract';
import { isSealedField, wouldBeOpen } from '@/fields/sealed';
import { isEmpty, plainOf } from '@/fields/say';
import { placesIn } from './record_sealed';
import { sealTexts, type Texts } from './sealed_texts';

// What was saved in the open and is sensitive since: captured again sealed, and the first one erased
// (shared/sync/DESIGN.md, "Sealed to the officers").

const holdsWords = (field: FieldType, fields: Fields) => wouldBeOpen(field) && !isEmpty(fields[field.name]);

// Does the record still say in words what should have been sealed?
export function wordsIn(type: RecordType, fields: Fields): Texts {
  const words = type.fields.filter((field) => holdsWords(field, fields));
  return Object.fromEntries(words.map(({ name }) => [name, String(fields[name])]));
}

// All else that it says.
function restOf(type: RecordType, fields: Fields): Fields {
  const rest = type.fields.filter((field) => !isSealedField(field) && !isEmpty(fields[field.name]) && !wouldBeOpen(field));
  return Object.fromEntries(rest.map(({ name }) => [name, plainOf(fields[name] ?? null)]));
}

function erase(programme: string, id: string) {
  return answerOf(api.POST('/api/programmes/{programme}/records/{id}/erase', { params: { path: { programme, id } }, body: { confirm: id } }));
}

// Answers the id of the sealed one. A failure leaves the first one as it is.
export async function sealAgain(programme: string, type: RecordType, record: RecordPage, readers: string[]): Promise<string> {
  const places = placesIn(type);
  if (places === undefined) throw new Error('no place for sealed words');
  const at = { programme };
  const made = await answerOf(
    api.POST('/api/programmes/{programme}/records', { params: { path: at }, body: { type: type.name, fields: restOf(type, record.fields) } }),
  );
  if (!('number' in made)) throw new Error('not readable');
  const { body, keys } = sealTexts(made.id, wordsIn(type, record.fields), readers);
  const fields = {
    [places.body.field]: { add: [{ [places.body.cell]: body }] },
    [places.key.field]: { add: keys.map((key) => ({ [places.key.cell]: key })) },
  };
  const edited = api.POST('/api/programmes/{programme}/records/{id}/edit', {
    params: { path: { ...at, id: made.id } },
    body: { seen: made.number, fields },
  });
  try {
    await answerOf(edited);
  } catch (error) {
    // Nothing is left of the attempt, if the office can still be reached.
    await erase(programme, made.id).catch(() => undefined);
    throw error;
  }
  await erase(programme, record.id);
  return made.id;
}
