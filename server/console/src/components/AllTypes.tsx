import { Link } from 'wouter';
import { useOverview } from '@/api/records';
import { paths } from '@/app/paths';
import { useAreas } from '@/app/types';
import { labelOf, words } from '@/i18n';
import styles from './AllTypes.module.css';
import { iconOf } from './TypeIcon';

// Every type of record with its count, under the heading of its area.
export function AllTypes({ current }: { current?: string }) {
  const areas = useAreas();
  const counts = useOverview().data?.counts;
  return (
    <div className={styles.areas}>
      {areas.map((area) => (
        <section key={area.name} className={styles.area}>
          <h3>{labelOf(area.label)}</h3>
          <ul>
            {area.types.map((type) => {
              const Sign = iconOf(type);
              return (
                <li key={type.name}>
                  <Link
                    href={paths.records(type.name)}
                    className={styles.type}
                    aria-current={type.name === current ? 'page' : undefined}
                  >
                    <Sign size={18} aria-hidden />
                    <span>{labelOf(type.plural)}</span>
                    {counts !== undefined && <b className="number">{words.common.count(counts[type.name] ?? 0)}</b>}
                  </Link>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
