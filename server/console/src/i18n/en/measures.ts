import { count, locale, of } from './numbers';

const decimal = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 2 });

export const measures = {
  label: 'How the relationship is doing',
  why: (title: string) => `What “${title}” means`,
  monthByMonth: (told: string) => `Month by month: ${told}`,
  few: 'few',
  tooFew: 'too few',
  none: 'none yet',
  percent: (value: number) => `${value}%`,
  decimal,
  outOf100: 'of 100',
  outOf1: 'of 1',
  ofAll: (part: number, all: number) => `${count(part)} of ${count(all)}`,
  answers: (n: number) => of(n, 'answer', 'answers'),
  fewAnswers: (people: string) => `${people} answers`,
  due: (kept: number, due: number) => `${count(kept)} of ${count(due)} due`,
  overdue: (n: number) => `${count(n)} overdue`,
  median: (days: number) => `answered after ${decimal(days)} ${days === 1 ? 'day' : 'days'}`,
  medianOver: (days: number) => `answered after more than ${count(days)} days`,
  longestGap: (days: number) => `longest gap ${count(days)} days`,
  events: (n: number) => of(n, 'event', 'events'),
  hours: (n: number) => `${decimal(n)} h`,
  given: (amount: string) => `given ${amount}`,
  received: (amount: string) => `received ${amount}`,
  trust: {
    title: 'Trust',
    line: 'Latest pulse, twelve sentences',
    definition:
      'The mean of twelve sentences, 0 to 100, over the partners, each alike; from 11 full answers and 5 partners on. A local pulse, not a validated scale.',
  },
  promises: {
    title: 'Promises kept',
    line: 'By the date that held',
    definition:
      'Our promises that were done by their date, divided by those that came due in the year, without those that the partner released. A date moves only if the partner agreed before it passed. What is overdue is not kept.',
  },
  toldBack: {
    title: 'Told back',
    line: (days: number) => `Heard items older than ${count(days)} days`,
    definition: (days: number) =>
      `Items where we told the giver what happened (or hung the answer out, if nobody gave a name), divided by all items older than ${count(days)} days. Closed inside is not told. Under it the median time to our first answer.`,
  },
  presence: {
    title: 'Regular presence',
    line: 'Periods with a planned visit',
    definition:
      'Of each active partner the periods between visits that have passed, and in how many of them at least one planned event was held. Only planned events count.',
  },
  reach: {
    title: 'Reach',
    line: 'People counted at events',
    definition:
      'The sum of the head counts of the year: contacts, not different people. A month of fewer than 11 people is left out of the curve, and one beside it, so that it cannot be worked out.',
  },
  exchange: {
    title: 'Give and ask',
    line: '1 means that both gave alike',
    definition:
      'One minus the difference of what was given and received, divided by their sum. In hours, or in contributions where one of them is counted in something else.',
  },
};

export const areas = {
  title: 'By neighbourhood',
  note: ['fewer than 11 people are shown as', ', and', 'protects a total'],
  area: 'Area',
  reached: 'Reached',
  promises: (aim: number) => `Promises kept, aim ${aim}%`,
  toldBack: (aim: number) => `Told back, aim ${aim}%`,
  presence: 'Visits, of periods',
  definition:
    'Promises, feedback and visits count in each area of their partner. People are counted in the area of their event, or in the only one of its partner; elsewhere they belong to none.',
};

export const alerts = {
  overPromising: 'We promise more than we keep',
  overPromisingHint: (overdue: number) => `${of(overdue, 'promise is', 'promises are')} overdue. Ask which can still be kept, and say so early.`,
  oneWay: 'Answers do not come back',
  oneWayHint: (left: number) => `${of(left, 'item', 'items')} not told back. Answer before you ask again.`,
  inconsistent: (n: number) => `${of(n, 'partner waits', 'partners wait')} for us`,
  inconsistentHint: (partner: string, days: number) => `${partner}: ${count(days)} days without a visit.`,
  quiet: (n: number) => `${of(n, 'tablet has', 'tablets have')} gone quiet`,
  quietHint: 'Ask whether they are safe, and bring them to a network.',
};
