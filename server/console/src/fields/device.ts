import { words } from '@/i18n';

// What the office calls itself where others have the name of a tablet.
const itself = 'office';

export function sayDevice(name: string): string {
  return name === itself ? words.common.office : name;
}

// Who wrote something, and on what; either may be unknown.
export function sayBy(person: string, device: string): string {
  return [person, sayDevice(device)].filter((part) => part !== '').join(', ');
}
