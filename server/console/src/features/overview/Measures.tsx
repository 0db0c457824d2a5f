import type { Measures as Answer } from '@/api/contract';
import { useAnswers, useFound } from '@/api/records';
import { mayReadAnswers, useProgramme } from '@/app/programme';
import { useRecordTypes } from '@/app/types';
import { words } from '@/i18n';
import { MeasureCard } from './MeasureCard';
import styles from './Measures.module.css';
import { latestWaves } from './waves';

const { count } = words.common;
const said = words.measures;
const whole = (value: number) => count(Math.round(value));
const percent = (value: number) => said.percent(Math.round(value));

// A share with its percentage and what it is of; of too few the two numbers alone, and of nothing that there is none.
function share(value: number | null, part: number, all: number, of = said.ofAll(part, all)) {
  if (all === 0) return {};
  return value === null ? { figure: said.ofAll(part, all), unit: said.few } : { figure: whole(value), unit: '%', of };
}

function Trust() {
  const { role } = useProgramme();
  const type = useRecordTypes().find(({ answered }) => answered);
  const asked = mayReadAnswers(role) && type !== undefined;
  const found = useFound(asked ? type.name : '', '', 24).data;
  const wave = latestWaves(found?.items ?? [], 1)[0];
  const answers = useAnswers(wave?.id ?? '').data;
  if (!asked || answers === undefined) return null;
  const { score, people } = answers;
  return (
    <MeasureCard
      {...said.trust}
      figure={score === null ? undefined : whole(score)}
      instead={said.tooFew}
      unit={score === null ? undefined : said.outOf100}
      of={typeof people === 'number' ? said.answers(people) : said.fewAnswers(people)}
    />
  );
}

function Promises({ promises }: { promises: NonNullable<Answer['promises']> }) {
  const { due, kept, overdue, months, over_promising } = promises;
  return (
    <MeasureCard
      {...said.promises}
      {...share(promises.percent, kept, due, said.due(kept, due))}
      also={overdue > 0 ? said.overdue(overdue) : undefined}
      poor={over_promising === true}
      alsoBad={overdue > 0}
      months={months}
      say={percent}
    />
  );
}

function ToldBack({ told }: { told: NonNullable<Answer['told_back']> }) {
  const { items, within_days: within, median_days: median, median_over_days: over } = told;
  const wait = median !== null ? said.median(median) : over !== null ? said.medianOver(over) : undefined;
  return (
    <MeasureCard
      title={said.toldBack.title}
      line={said.toldBack.line(within)}
      definition={said.toldBack.definition(within)}
      {...share(told.percent, told.told, items)}
      also={wait}
      poor={told.one_way}
      months={told.months}
      say={percent}
    />
  );
}

function Presence({ presence }: { presence: NonNullable<Answer['presence']> }) {
  const { periods, met, percent: share, longest_gap: gap, inconsistent } = presence;
  return (
    <MeasureCard
      {...said.presence}
      {...(share === null ? {} : { figure: whole(share), unit: '%', of: said.ofAll(met, periods) })}
      also={gap === null ? undefined : said.longestGap(gap.days)}
      poor={inconsistent > 0}
      alsoBad={inconsistent > 0}
    />
  );
}

function Reach({ reach }: { reach: NonNullable<Answer['reach']> }) {
  const { people, events, months } = reach;
  return (
    <MeasureCard
      {...said.reach}
      figure={events === 0 ? undefined : typeof people === 'number' ? count(people) : people}
      of={events === 0 ? undefined : said.events(events)}
      months={months}
      say={count}
    />
  );
}

function Exchange({ exchange }: { exchange: NonNullable<Answer['exchange']> }) {
  const { given, received, reciprocity, counted_in } = exchange;
  const say = counted_in === 'hours' ? said.hours : count;
  return (
    <MeasureCard
      {...said.exchange}
      figure={reciprocity === null ? undefined : said.decimal(reciprocity)}
      unit={reciprocity === null ? undefined : said.outOf1}
      also={reciprocity === null ? undefined : said.given(say(given))}
      of={reciprocity === null ? undefined : said.received(say(received))}
    />
  );
}

// How the relationship is doing, by the office's own formulas; what the role may not read is not there.
export function MeasureCards({ measures }: { measures: Answer }) {
  const { promises, told_back: told, presence, reach, exchange } = measures;
  return (
    <ul className={styles.cards} aria-label={said.label}>
      <Trust />
      {promises !== null && <Promises promises={promises} />}
      {told !== null && <ToldBack told={told} />}
      {presence !== null && <Presence presence={presence} />}
      {reach !== null && <Reach reach={reach} />}
      {exchange !== null && <Exchange exchange={exchange} />}
    </ul>
  );
}
