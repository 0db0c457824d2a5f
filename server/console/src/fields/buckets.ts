import { capital, humanise, words } from '@/i18n';
import { sayLanguage } from './languages';

// "age_band=18-39;language=es", as tablets spell what a tally counts (%25, %3D and %3B are escapes), in words:
// "18–39, Spanish". Nothing if the text is not of that form.
export function sayBuckets(spelled: string): string | undefined {
  const buckets = spelled.split(';').map((part) => part.split('='));
  if (!buckets.every((bucket) => bucket.length === 2)) return undefined;
  const said = buckets.map(([dimension, value]) => sayBucket(dimension!, plain(value!))).join(', ');
  return capital(said);
}

const plain = (text: string) => text.replaceAll('%3B', ';').replaceAll('%3D', '=').replaceAll('%25', '%');

function sayBucket(dimension: string, value: string): string {
  if (value === 'not_asked') return words.buckets.notAsked(humanise(dimension).toLowerCase());
  if (dimension === 'age_band') return value.replace('-', '–');
  return dimension === 'language' ? sayLanguage(value) : humanise(value);
}
