import { words } from '@/i18n';

// Why the office did not take something, or has it again: in the reader's language, where it is known there.
export function OfficeReason({ sentence }: { sentence: string }) {
  const told = words.officeReason(sentence);
  return <span lang={told === sentence ? 'en' : undefined}>{told}</span>;
}
