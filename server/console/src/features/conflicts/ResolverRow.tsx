import { useId } from 'react';
import type { FieldType, Value, Version } from '@/api/contract';
import { FieldValue } from '@/fields/FieldValue';
import { isEmpty, same, say } from '@/fields/say';
import { labelOf, words } from '@/i18n';
import { versionOf, type Author } from './authors';
import type { Before } from './before';
import type { Choice } from './choices';
import { MarkedText } from './MarkedText';
import { Option } from './Option';
import styles from './Resolver.module.css';
import { ResultCell } from './ResultCell';

export interface RowProps {
  field: FieldType;
  versions: Version[];
  authors: Author[];
  before: Before;
  choice: Choice | undefined;
  onPick: (choice: Choice) => void;
}

export const isText = (field: FieldType) => field.kind === 'text' || field.kind === 'long_text';

function BeforeCell({ field, before }: Pick<RowProps, 'field' | 'before'>) {
  const shown = () => {
    if (!before.known) return '?';
    if (isEmpty(before.value)) return isText(field) ? words.common.empty : words.common.notSet;
    return <FieldValue field={field} value={before.value} links={false} />;
  };
  return (
    <div role="cell" className={styles.before}>
      {shown()}
    </div>
  );
}

function Answer({ field, value, before }: { field: FieldType; value: Value; before: Before }) {
  if (isEmpty(value)) return <span className="muted">{words.common.empty}</span>;
  if (isText(field) && before.known) return <MarkedText before={say(field, before.value)} text={say(field, value)} />;
  return <FieldValue field={field} value={value} links={false} />;
}

// One field in dispute: a radio button for each version, and what comes of it.
export function ResolverRow(props: RowProps) {
  const { field, versions, authors, before, choice, onPick } = props;
  const group = useId();
  const label = labelOf(field.label);
  return (
    <div className={styles.row} role="row" data-field={field.name}>
      <div role="rowheader" className={styles.field}>
        {label}
      </div>
      <BeforeCell {...props} />
      {authors.map((author) => {
        const version = versionOf(versions, author);
        return (
          <div key={author.key} role="cell" className={styles.cell}>
            {version && (
              <Option
                group={group}
                name={`${label}, ${author.user}`}
                checked={choice?.from === 'version' && choice.user === author.key && same(choice.value, version.value)}
                onPick={() => onPick({ from: 'version', value: version.value, user: author.key })}
              >
                <Answer field={field} value={version.value} before={before} />
              </Option>
            )}
          </div>
        );
      })}
      <ResultCell {...props} />
    </div>
  );
}
