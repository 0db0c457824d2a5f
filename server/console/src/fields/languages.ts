import { capital, words } from '@/i18n';

// Languages that people choose from, by BCP-47 code; what a record holds already is offered too.
const offered =
  'am ar bn bs de en es fa fil fr gu hi hmn ht hy it ja km ko lo mix my nah ne om pa pl ps pt quc ro ru rw so sr sw ta te th ti tr uk ur vi yo yue zh'.split(
    ' ',
  );

const made = new Map<string, Intl.DisplayNames>();

function names(): Intl.DisplayNames {
  let known = made.get(words.locale);
  if (known === undefined) {
    known = new Intl.DisplayNames([words.locale], { type: 'language', fallback: 'code' });
    made.set(words.locale, known);
  }
  return known;
}

export function sayLanguage(code: string): string {
  try {
    return capital(names().of(code) ?? code);
  } catch {
    return code;
  }
}

export function languageChoices(held: string[]): { value: string; label: string }[] {
  const all = [...new Set([...offered, ...held])].map((value) => ({ value, label: sayLanguage(value) }));
  return all.sort((a, b) => a.label.localeCompare(b.label, words.locale));
}
