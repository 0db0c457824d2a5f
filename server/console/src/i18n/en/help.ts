// What the help panel says, page by page, in the words of those who work here.
export const help = {
  open: 'Help',
  title: 'Help',
  words: 'Words used here',
  keys: 'Keys',
  slash: 'go to the search',
  escape: 'close what is open',
  more: 'Forgot your password, or something is not allowed? Ask your administrator.',
  pages: {
    overview: {
      title: 'Overview',
      lines: [
        'The cards speak of the last twelve months, of what you may read. The (i) says how each figure is made.',
        'Look twice names what waits for a person: two versions of a field, changes that were sent back, promises that came late.',
        'What has come in counts your records by type. Select one to see its list.',
        'New records appear by themselves. Nothing has to be loaded again.',
      ],
    },
    inbox: {
      title: 'Review inbox',
      lines: [
        'What came from the field, or was changed there, and nobody here has read since.',
        'Say that it looks right, or what should be looked at again: its author’s tablet shows what you write. Nothing is deleted.',
        'Choose several to say of all at once that they look right.',
      ],
    },
    board: {
      title: 'You said, we did',
      lines: [
        'Each card is one thing that somebody said. It moves from left to right, and is finished once they were told.',
        'Move it by dragging, with its menu, or with the keys 1 to 4. The last column asks how, when and how many.',
        'Late is told by your programme’s service levels, in working days without its holidays for the first column.',
        'A poster shows only what a coordinator approved, and no name of anybody.',
      ],
    },
    partners: {
      title: 'Partners',
      lines: [
        'Everybody you work with. Choose what is to be done, an area, a steward or a status; press a heading to sort by it.',
        'Quiet means: more than one and a half times as long since the last visit as was agreed.',
        'Promises and waiting answers are ours. Late is told by the dates that hold and by your service levels.',
      ],
    },
    partner: {
      title: 'One partner',
      lines: [
        'The dossier of the last twelve months, of what you may read. Print makes our copy, two sheets of paper.',
        'Hand over names the next steward, with a note and steps. Tell the partner before it happens.',
        'Their copy leaves out contacts, notes and names of staff.',
        'Themes are counted by the sessions that raised them, never by people.',
      ],
    },
    conflicts: {
      title: 'Two versions',
      lines: [
        'Two people changed the same field without knowing of each other. Both versions are kept.',
        'Open a record and say, field by field, which one holds, or write a new one. Everyone then gets your answer.',
        'You can undo it later in the history of the record.',
      ],
    },
    records: {
      title: 'Lists',
      lines: [
        'Latest change first. Type in the box above the list to look for a word in all fields.',
        'Open a record to read it whole, to change it, or to see who changed what.',
      ],
    },
    record: {
      title: 'One record',
      lines: [
        'The pencil changes a field, the plus adds a row. A lock means that the field or your role does not allow it.',
        'Review: say that it looks right, or ask its author to look again. Their tablet shows what you write.',
        'History keeps every version. Undo takes back one change.',
      ],
    },
    search: {
      title: 'Search',
      lines: [
        'At least two letters. Every field that you may read is looked through.',
        'Choose a type to see records of that type alone.',
      ],
    },
    devices: {
      title: 'Tablets',
      lines: [
        'Add a tablet: enter whose it is, and let the tablet read the code. It lives ten minutes. Both sides then show the same words.',
        '“Not sent” is what the tablet said last. It may hold more by now.',
        'Revoke a lost tablet. What it never sent is lost with it.',
      ],
    },
    exports: {
      title: 'Exports',
      lines: [
        'Choose what to take with you, and as what. It is made while you go on, and stays here for an hour.',
        'You get what your role may read. Of people, only rows leave that fewer than 11 could not be found in, and never a name.',
        'Each export is written down: who, what and when. Every file has a SHA-256, so that a later copy can be checked.',
      ],
    },
    aside: {
      title: 'Kept aside',
      lines: [
        'What tablets brought and the office did not take, for example after a tablet was revoked. Nothing of it was deleted.',
        'Read it, enter by hand what should stand, then put it away.',
      ],
    },
    officerKeys: {
      title: 'Sealing keys',
      lines: [
        'Sensitive feedback is sealed on the tablet to the keys listed here. Only the officers who hold them can read it.',
        'An officer makes a key in their own browser and locks it with a passphrase. Nobody can give them another.',
        'Keep the key file in a place away from this computer.',
      ],
    },
  },
  terms: [
    { term: 'Applied', means: 'The office has checked and merged it. Everyone who may read it can see it.' },
    { term: 'Reviewed', means: 'A person here read it.' },
    { term: 'Sent back', means: 'It could not be taken. The tablet says why, and nothing was deleted.' },
    { term: 'Two versions', means: 'Two people disagree, and somebody has to pick.' },
    { term: 'Sealed', means: 'Only safeguarding officers can read the words.' },
    { term: '<11', means: 'Fewer than 11 people. The number is not told, so that nobody can be found in it.' },
  ],
};
