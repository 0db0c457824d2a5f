import { Checkbox } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useRef, useState, type FormEvent } from 'react';
import { useBeginExport } from '@/api/exports';
import type { NewExport } from '@/api/contract';
import { useOverview } from '@/api/records';
import { useAreas } from '@/app/types';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { SendProblem } from '@/components/Problem';
import { Segmented } from '@/components/Segmented';
import { labelOf, words } from '@/i18n';
import styles from './Exports.module.css';

type Format = NewExport['format'];
const formats: Format[] = ['csv', 'ndjson', 'xlsx'];

// What tells people apart is what keeps their rows together (server/review/exports).
const ofPeople = (type: { fields: { name: string }[] }) => type.fields.some(({ name }) => name === 'age_band');

export function ExportForm() {
  // Anonymous answers leave as aggregates alone, on their wave's page.
  const areas = useAreas();
  const counts = useOverview().data?.counts ?? {};
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [format, setFormat] = useState<Format>('csv');
  const [asked, setAsked] = useState(false);
  const first = useRef<HTMLFieldSetElement>(null);
  const begin = useBeginExport();
  const said = words.exports;
  const names = areas.flatMap(({ types }) => types.map(({ name }) => name));
  const choose = (name: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, name] : [...before].filter((one) => one !== name)));
  const save = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (chosen.size === 0) return first.current?.querySelector('input')?.focus();
    begin.mutate({ types: names.filter((name) => chosen.has(name)), format }, { onSuccess: () => setAsked(false) });
  };
  return (
    <Card>
      <form className={styles.form} onSubmit={save} noValidate>
        <fieldset ref={first}>
          <legend>{said.what}</legend>
          <p className="muted small">{said.whatHint}</p>
          <p className={styles.every}>
            <Button onClick={() => setChosen(new Set(names))}>{said.all}</Button>
            <Button onClick={() => setChosen(new Set())}>{said.none}</Button>
          </p>
          <div className={styles.types} tabIndex={0} role="region" aria-label={said.what}>
            {areas.map((area) => (
              <div key={area.name}>
                <h3>{labelOf(area.label)}</h3>
                {area.types.map((type) => (
                  <Checkbox
                    key={type.name}
                    name={`export-${type.name}`}
                    label={`${labelOf(type.plural)} · ${words.common.count(counts[type.name] ?? 0)}`}
                    description={ofPeople(type) ? said.ofPeople : undefined}
                    checked={chosen.has(type.name)}
                    onChange={({ currentTarget: { checked } }) => choose(type.name, checked)}
                  />
                ))}
              </div>
            ))}
          </div>
        </fieldset>
        <div>
          <h3>{said.how}</h3>
          <Segmented
            label={said.how}
            options={formats.map((value) => ({ value, label: said.formats[value] }))}
            value={format}
            onChange={setFormat}
          />
          <p className="muted small">{said.formatHints[format]}</p>
        </div>
        {asked && chosen.size === 0 && (
          <p className={styles.against} role="alert">
            {said.needWhat}
          </p>
        )}
        <SendProblem error={begin.error} />
        <Button type="submit" look="primary" size="main" icon={IconFileExport} disabled={begin.isPending}>
          {said.make(chosen.size)}
        </Button>
      </form>
    </Card>
  );
}
