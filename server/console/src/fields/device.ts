import { words } from '@/i18n';

// What the office calls itself where others have the name of a tablet, or of a person.
const itself = 'office';

export function sayDevice(name: string): string {
  return name === itself ? words.common.office : name;
}

// Who wrote something, and on what; either may be unknown, and the office by itself is named once.
export function sayBy(person: string, device: string): string {
  return [...new Set([person, device])].filter((part) => part !== '').map(sayDevice).join(', ');
}
