export const aside = {
  title: 'Kept aside',
  subtitle: 'What tablets brought and the office did not take. Read it, enter what should stand, then put it away.',
  noRight: 'Coordinators, safeguarding officers and administrators see to what was kept aside.',
  empty: 'Nothing is kept aside',
  emptyHint: 'What a tablet brings after its access was withdrawn, or that has no place here, waits on this page.',
  unknownKind: 'A kind of record that the office does not know',
  notYours: 'Its words are not for your role. A safeguarding officer reads it and puts it away.',
  noWords: 'Nobody can read its words any more.',
  deletion: 'It deleted the record, or put it back.',
  open: 'Open the record',
  settle: 'Put away',
  settled: (what: string) => `Put away: ${what}`,
};
