import { Textarea } from '@mantine/core';
import { IconGitMerge, IconPencil } from '@tabler/icons-react';
import { Button } from '@/components/Button';
import { FieldInput } from '@/fields/FieldInput';
import { FieldValue } from '@/fields/FieldValue';
import { isEmpty, say } from '@/fields/say';
import { labelOf, words } from '@/i18n';
import { ownAnswerOf } from './choices';
import { mergeTexts } from './merge_text';
import type { RowProps } from './ResolverRow';
import styles from './Resolver.module.css';

function proposalOf({ field, versions, before, authors }: RowProps): string {
  // In the order of the columns, so that the text reads as the page does.
  const order = authors.map((author) => versions.find((one) => one.user === author.user && one.device === author.device));
  const texts = [...new Set([...order, ...versions])].flatMap((one) => (one === undefined ? [] : [say(field, one.value)]));
  return mergeTexts(before.known ? say(field, before.value) : '', texts);
}

function OwnText({ field, choice, onPick }: RowProps) {
  const text = typeof choice?.value === 'string' ? choice.value : '';
  return (
    <>
      <Textarea
        className={styles.own}
        aria-label={`${labelOf(field.label)}: ${words.conflicts.result}`}
        dir="auto"
        rows={4}
        autoFocus
        value={text}
        onChange={(event) => onPick({ from: 'own', value: event.currentTarget.value })}
      />
      <small>{words.conflicts.merged}</small>
    </>
  );
}

function OwnValue({ field, choice, onPick }: RowProps) {
  return (
    <>
      <FieldInput
        field={field}
        before={undefined}
        draft={choice?.value ?? null}
        onDraft={(value) => onPick({ from: 'own', value })}
      />
      <small>{words.conflicts.own}</small>
    </>
  );
}

function Picked({ field, choice, authors }: RowProps) {
  if (choice === undefined) return <p className={styles.pick}>{words.conflicts.choose}</p>;
  const author = choice.from === 'version' ? authors.find(({ key }) => key === choice.user) : undefined;
  return (
    <div className={styles.picked}>
      {isEmpty(choice.value) ? (
        words.common.empty
      ) : (
        <FieldValue field={field} value={choice.value} links={false} />
      )}
      {author && <small>{words.conflicts.from(author.user)}</small>}
    </div>
  );
}

// What everyone will see; text can be merged here, other values written anew.
export function ResultCell(props: RowProps) {
  const { field, choice, onPick } = props;
  const own = ownAnswerOf(field);
  const writing = choice?.from === 'own';
  return (
    <div role="cell" className={`${styles.cell} ${styles.result}`}>
      {writing && own === 'merge' && <OwnText {...props} />}
      {writing && own === 'write' && <OwnValue {...props} />}
      {!writing && <Picked {...props} />}
      {!writing && own === 'merge' && (
        <Button look="ghost" icon={IconGitMerge} onClick={() => onPick({ from: 'own', value: proposalOf(props) })}>
          {words.conflicts.both}
        </Button>
      )}
      {!writing && own === 'write' && (
        <Button look="ghost" icon={IconPencil} onClick={() => onPick({ from: 'own', value: null })}>
          {words.conflicts.another}
        </Button>
      )}
    </div>
  );
}
