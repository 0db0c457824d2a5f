// Why the office set something aside, or has it again.
export function officeReason(sentence: string): string {
  return sentence;
}
