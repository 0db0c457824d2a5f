import { count } from './numbers';

export const common = {
  cancel: 'Cancel',
  save: 'Save',
  close: 'Close',
  remove: 'Take away',
  more: 'More',
  retry: 'Try again',
  yes: 'Yes',
  no: 'No',
  empty: 'empty',
  us: 'us',
  notSet: 'not set',
  opening: (what: string) => `Opening ${what}`,
  rated: (rating: string, most: number) => `${rating} of ${most}`,
  shown: (n: number, total: number) => `${count(n)} of ${count(total)}`,
  showMore: 'Show more',
  // Of a number that would give away another.
  hidden: 'hidden',
  count,
  // Where no tablet wrote, but the office itself.
  office: 'office',
  noPlace: 'There is nothing at this address.',
  toOverview: 'Go to the overview',
  skip: 'Go to the content',
  today: 'today',
  sendsItself: 'Waiting for a connection. It is sent by itself.',
  opensItself: 'No connection, and this was not opened before. It opens by itself once there is one.',
};

export const errors = {
  unreachable: 'No connection. What you see may be old. It is read again as soon as the connection is back.',
  unreachableSend: 'No connection, so this was not sent. It is still here. Send it again in a moment.',
  notAllowed: 'Your role may not do this. Ask an administrator.',
  gone: 'This is not here any more, or you may not read it.',
  unknown: 'That did not work, and nothing was changed. Try again in a moment.',
  // The office's own sentence is English.
  told: (_code: string, sentence: string) => sentence,
  crash: 'This page stopped working. What was saved is safe. Load the page again.',
  reload: 'Load again',
};

export const roles = {
  volunteer: 'volunteer',
  worker: 'outreach worker',
  coordinator: 'coordinator',
  safeguarding: 'safeguarding officer',
  admin: 'administrator',
} as Record<string, string>;

// Of a record as a whole, by the office's names.
export const flags = {
  delete_contested: 'One deleted it, one changed it',
} as Record<string, string>;

export const buckets = {
  notAsked: (dimension: string) => `${dimension} not asked`,
};
