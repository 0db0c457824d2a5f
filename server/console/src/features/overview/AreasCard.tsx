import { Link } from 'wouter';
import type { Measures } from '@/api/contract';
import { paths } from '@/app/paths';
import { Card } from '@/components/Card';
import { Suppressed } from '@/components/Suppressed';
import table from '@/components/table.module.css';
import { words } from '@/i18n';
import styles from './Areas.module.css';

type Area = NonNullable<Measures['areas']>[number];
type Share = Area['promises'];

const { count } = words.common;
const said = words.areas;

// As the alerts have it: under these a figure is no good one.
const aims = { promises: 85, toldBack: 70 };

function People({ people }: { people: Area['people'] }) {
  return typeof people === 'number' ? <>{count(people)}</> : <Suppressed people={people} />;
}

// Shows the signs themselves, as the cells do.
function Note() {
  const [few, and, total] = said.note;
  return (
    <>
      {few}{' '}
      <span className={styles.together}>
        <Suppressed people="<11" />
        {and}
      </span>{' '}
      <Suppressed people="hidden" /> {total}
    </>
  );
}

function ShareCell({ share, aim }: { share: Share; aim: number }) {
  if (share === null || share.all === 0) return <td className={`${table.end} ${styles.none}`}>–</td>;
  const of = words.measures.ofAll(share.part, share.all);
  if (share.percent === null) {
    return (
      <td className={`number ${table.end}`}>
        {of} <span className={styles.none}>{words.measures.few}</span>
      </td>
    );
  }
  return (
    <td className={`number ${table.end}`}>
      <b>{words.measures.percent(Math.round(share.percent))}</b> <span className={`${styles.none} ${styles.of}`}>{of}</span>
      <span className={styles.bar} aria-hidden>
        <i style={{ width: `${share.percent}%` }} />
        <u style={{ insetInlineStart: `${aim}%` }} />
      </span>
    </td>
  );
}

// The same figures neighbourhood by neighbourhood.
export function AreasCard({ areas }: { areas: Area[] }) {
  if (areas.length === 0) return null;
  return (
    <div className={styles.panel}>
      <Card title={said.title} aside={<Note />}>
        <div className={table.figures} tabIndex={0} role="region" aria-label={said.title}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{said.area}</th>
                <th scope="col" className={table.end}>
                  {said.reached}
                </th>
                <th scope="col" className={table.end}>
                  {said.promises(aims.promises)}
                </th>
                <th scope="col" className={table.end}>
                  {said.toldBack(aims.toldBack)}
                </th>
                <th scope="col" className={`${table.end} ${table.dropSmall}`}>
                  {said.presence}
                </th>
              </tr>
            </thead>
            <tbody>
              {areas.map((area) => (
                <tr key={area.id} className={table.rowLink}>
                  <td>
                    <Link href={paths.record(area.id)} className={table.link}>
                      <bdi>{area.title}</bdi>
                    </Link>
                  </td>
                  <td className={`number ${table.end}`}>
                    <People people={area.people} />
                  </td>
                  <ShareCell share={area.promises} aim={aims.promises} />
                  <ShareCell share={area.told_back} aim={aims.toldBack} />
                  <td className={`number ${table.end} ${table.dropSmall} ${area.periods === 0 ? styles.none : ''}`}>
                    {area.periods === 0 ? '–' : words.measures.ofAll(area.met, area.periods)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className={styles.foot}>{said.definition}</p>
      </Card>
    </div>
  );
}
