import type { Answers, RecordRow } from '@/api/contract';
import { rowsOf } from '@/fields/draft';

const textOf = (record: RecordRow, field: string) => {
  const value = record.fields[field];
  return typeof value === 'string' ? value : '';
};

// The latest to open first; a wave without a day is the last.
export function latestWaves(found: RecordRow[], most: number): RecordRow[] {
  const opened = (record: RecordRow) => textOf(record, 'opens_on');
  return found.toSorted((a, b) => opened(b).localeCompare(opened(a))).slice(0, most);
}

// How many people were asked, as the wave's rows say: entries of a partner add up. 0 where nobody wrote it down.
export function askedIn(record: RecordRow): number {
  const people = rowsOf(record.fields['handed_out']).map((row) => row['people']);
  return people.reduce<number>((sum, each) => sum + (typeof each === 'number' ? each : 0), 0);
}

// In percent of those asked; none where either number is not known or too small to be told.
export function responseRate(people: Answers['people'], asked: number): number | undefined {
  return typeof people === 'number' && asked >= people ? Math.round((100 * people) / asked) : undefined;
}
