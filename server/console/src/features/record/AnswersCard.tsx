import type { Answers } from '@/api/contract';
import { useAnswers } from '@/api/records';
import { Card } from '@/components/Card';
import { Problem } from '@/components/Problem';
import { Suppressed } from '@/components/Suppressed';
import table from '@/components/table.module.css';
import { labelOf, words } from '@/i18n';
import styles from './AnswersCard.module.css';

type People = Answers['people'];
const { count } = words.common;

const sayScore = (score: number | null) => (score === null ? words.answers.tooFew : count(score));

function Cell({ people }: { people: People }) {
  return <td className={`number ${table.end}`}>{typeof people === 'number' ? count(people) : <Suppressed people={people} />}</td>;
}

function Scores({ answers }: { answers: Answers }) {
  const scores = [
    { name: 'all', label: words.answers.score, score: answers.score },
    ...answers.groups.map(({ name, label, score }) => ({ name, label: labelOf(label), score })),
  ];
  return (
    <ul className={styles.scores}>
      {scores.map(({ name, label, score }) => (
        <li key={name}>
          <b className={score === null ? styles.few : 'number'}>{sayScore(score)}</b>
          <small>{label}</small>
        </li>
      ))}
      <li>
        <b className={answers.trusting === null ? styles.few : 'number'}>
          {answers.trusting === null ? words.answers.tooFew : words.measures.percent(Math.round(answers.trusting))}
        </b>
        <small>{words.answers.trusting}</small>
      </li>
    </ul>
  );
}

function Items({ answers }: { answers: Answers }) {
  return (
    <div className={styles.wide} tabIndex={0} role="region" aria-label={words.answers.items}>
      <table className={`${table.table} ${styles.items}`}>
        <thead>
          <tr>
            <th scope="col">{words.answers.item}</th>
            {answers.values.map(({ name, label }) => (
              <th key={name} scope="col" className={table.end}>
                {labelOf(label)}
              </th>
            ))}
            <th scope="col" className={table.end}>
              {words.answers.none}
            </th>
          </tr>
        </thead>
        <tbody>
          {answers.items.map(({ name, label, counts }) => (
            <tr key={name}>
              <td>{labelOf(label)}</td>
              {counts.map((people, at) => (
                <Cell key={at} people={people} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sides({ answers }: { answers: Answers }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{words.answers.side}</th>
          <th scope="col" className={table.end}>
            {words.answers.people}
          </th>
          <th scope="col" className={table.end}>
            {words.answers.sideScore}
          </th>
        </tr>
      </thead>
      <tbody>
        {answers.sides.map(({ id, title, people, score }) => (
          <tr key={id}>
            <td>{title}</td>
            <Cell people={people} />
            <td className={`number ${table.end} ${score === null ? styles.few : ''}`}>{sayScore(score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// What people answered without their names: counts in which nobody can be found.
export function AnswersCard({ id }: { id: string }) {
  const found = useAnswers(id);
  if (found.error) return <Problem error={found.error} onRetry={() => void found.refetch()} />;
  const answers = found.data;
  if (answers === undefined) return null;
  const nobody = typeof answers.people !== 'number';
  return (
    <Card title={labelOf(answers.label)} aside={nobody ? words.answers.few : words.answers.from(answers.people as number)}>
      {answers.waiting && <p className={styles.note}>{words.answers.waiting}</p>}
      {nobody ? (
        <p className={styles.note}>{words.answers.fewHint}</p>
      ) : (
        <>
          <Scores answers={answers} />
          <Items answers={answers} />
          <Sides answers={answers} />
          <p className={styles.note}>{words.answers.legend}</p>
        </>
      )}
    </Card>
  );
}
