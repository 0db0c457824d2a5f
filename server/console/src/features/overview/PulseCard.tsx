import { Link } from 'wouter';
import type { RecordRow, RecordType } from '@/api/contract';
import { useAnswers, useFound } from '@/api/records';
import { paths } from '@/app/paths';
import { mayReadAnswers, useProgramme } from '@/app/programme';
import { useRecordTypes } from '@/app/types';
import { Card } from '@/components/Card';
import { Problem } from '@/components/Problem';
import { Suppressed } from '@/components/Suppressed';
import table from '@/components/table.module.css';
import { sayTitle } from '@/fields/title';
import { labelOf, words } from '@/i18n';
import { saidDate } from '@/i18n/dates';
import styles from './Overview.module.css';
import { askedIn, latestWaves, responseRate } from './waves';

const wavesShown = 3;
const wavesRead = 24;
const { count } = words.common;

// Whole numbers: a tenth of a point says nothing that a hundred answers could carry.
function Score({ children, small = false }: { children: number | null | undefined; small?: boolean }) {
  const known = children !== null && children !== undefined;
  return (
    <td className={`number ${table.end} ${small ? table.drop : ''} ${known ? '' : styles.few}`}>
      {known ? count(Math.round(children)) : words.pulse.tooFew}
    </td>
  );
}

function Wave({ wave, type }: { wave: RecordRow; type: RecordType }) {
  const found = useAnswers(wave.id);
  const answers = found.data;
  const opened = wave.fields['opens_on'];
  const asked = askedIn(wave);
  const rate = answers && responseRate(answers.people, asked);
  return (
    <tr className={table.rowLink}>
      <td>
        <Link href={paths.record(wave.id)} className={table.link}>
          <bdi>{sayTitle(type, wave.title)}</bdi>
        </Link>
        {typeof opened === 'string' && <span className={`${table.quiet} ${styles.under}`}>{saidDate(opened)}</span>}
      </td>
      {found.isError && (
        <td colSpan={6}>
          <Problem error={found.error} onRetry={() => void found.refetch()} />
        </td>
      )}
      {answers !== undefined && (
        <>
          <td className={`number ${table.end}`}>
            {typeof answers.people === 'number' ? count(answers.people) : <Suppressed people={answers.people} />}
            {rate !== undefined && <span className={`${table.quiet} ${styles.under}`}>{words.pulse.ofAsked(asked, rate)}</span>}
          </td>
          <Score>{answers.score}</Score>
          <Score>{answers.trusting}</Score>
          {answers.groups.map(({ name, score }) => (
            <Score key={name} small>
              {score}
            </Score>
          ))}
        </>
      )}
    </tr>
  );
}

function Waves({ type }: { type: RecordType }) {
  const found = useFound(type.name, '', wavesRead).data;
  const waves = latestWaves(found?.items ?? [], wavesShown);
  // Of the latest, for the names of the groups in the table's head.
  const groups = useAnswers(waves[0]?.id ?? '').data?.groups ?? [];
  if (waves.length === 0) return null;
  return (
    <div className={styles.panel}>
      <Card title={labelOf(type.plural)} aside={words.pulse.latest}>
        <div className={table.figures} tabIndex={0} role="region" aria-label={labelOf(type.plural)}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{labelOf(type.label)}</th>
                <th scope="col" className={table.end}>
                  {words.pulse.answered}
                </th>
                <th scope="col" className={table.end}>
                  {words.pulse.score}
                </th>
                <th scope="col" className={table.end}>
                  {words.pulse.trusting}
                </th>
                {groups.map(({ name, label }) => (
                  <th key={name} scope="col" className={`${table.end} ${table.drop}`}>
                    {labelOf(label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {waves.map((wave) => (
                <Wave key={wave.id} wave={wave} type={type} />
              ))}
            </tbody>
          </table>
        </div>
        <p className={styles.note}>{words.pulse.definition}</p>
      </Card>
    </div>
  );
}

// What the last waves of anonymous answers say together, wave under wave. The office hides what is said by too few.
export function PulseCards() {
  const { role } = useProgramme();
  const types = useRecordTypes().filter(({ answered }) => answered);
  if (!mayReadAnswers(role)) return null;
  return types.map((type) => <Waves key={type.name} type={type} />);
}
