import type { Fields, RecordType, Value } from '@/api/contract';
import { openTexts, type Opened } from './sealed_texts';

// What a record holds sealed, by its declaration.

export interface SealedParts {
  bodies: string[];
  keys: string[];
  keysField: string;
  keyCell: string;
}

export type Letter = { body: string } & ({ state: 'open'; opened: Opened } | { state: 'closed' } | { state: 'broken' });

function rowsSpelled(type: RecordType, spelling: string) {
  const field = type.fields.find(({ rule, cells }) => rule === 'append' && cells?.length === 1 && cells[0]?.spelling === spelling);
  const cell = field?.cells?.[0];
  return field === undefined || cell === undefined ? undefined : { field: field.name, cell: cell.name };
}

function cellsOf(value: Value | undefined, cell: string): string[] {
  if (!Array.isArray(value)) return [];
  const cells = value.map((row) => (row !== null && typeof row === 'object' && !Array.isArray(row) ? row[cell] : undefined));
  return cells.filter((text): text is string => typeof text === 'string');
}

// Where the type keeps what is sealed; nothing where it has no such place.
export function placesIn(type: RecordType) {
  const [body, key] = [rowsSpelled(type, 'sealed_body'), rowsSpelled(type, 'sealed_key')];
  return body === undefined || key === undefined ? undefined : { body, key };
}

// Nothing where nothing is sealed.
export function sealedIn(type: RecordType, fields: Fields): SealedParts | undefined {
  const places = placesIn(type);
  if (places === undefined) return undefined;
  const { body, key } = places;
  const bodies = cellsOf(fields[body.field], body.cell);
  if (bodies.length === 0) return undefined;
  return { bodies, keys: cellsOf(fields[key.field], key.cell), keysField: key.field, keyCell: key.cell };
}

export function lettersIn(record: string, { bodies, keys }: SealedParts, held: Uint8Array[]): Letter[] {
  return bodies.map((body) => {
    try {
      const opened = openTexts(record, body, keys, held);
      return opened === undefined ? { body, state: 'closed' } : { body, state: 'open', opened };
    } catch {
      return { body, state: 'broken' };
    }
  });
}
