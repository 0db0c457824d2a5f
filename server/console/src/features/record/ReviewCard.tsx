import { Textarea } from '@mantine/core';
import { IconEyeCheck, IconMessageReport } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { RecordPage } from '@/api/contract';
import { useReview } from '@/api/records';
import { useProgramme } from '@/app/programme';
import { useRecordType, useRecordTypes } from '@/app/types';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { SendProblem } from '@/components/Problem';
import { sayBy } from '@/fields/device';
import { words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import styles from './RecordPage.module.css';

const reviewType = 'review';
const longestComment = 2000;

// May this person say that they read the record? Of what the office writes itself, and of reviews, nobody does.
export function useMayReview(record: RecordPage): boolean {
  const { role } = useProgramme();
  const type = useRecordType(record.type);
  const review = useRecordTypes().find(({ name }) => name === reviewType);
  return record.type !== reviewType && type.writers.length > 0 && review?.writers.includes(role) === true;
}

// What was last said of it, as its author's tablet shows it.
function Said({ review }: { review: NonNullable<RecordPage['review']> }) {
  return (
    <>
      <p className={styles.said}>
        {review.outcome === 'looks_right' ? words.review.looksRight : words.review.askedTo}
        <small>
          <bdi>{sayBy(review.user, '')}</bdi> · {saidAt(review.at)}
        </small>
      </p>
      {review.comment !== '' && (
        <blockquote className={styles.comment} dir="auto">
          {review.comment}
        </blockquote>
      )}
      {!review.current && <p className={styles.hint}>{words.review.changedSince}</p>}
    </>
  );
}

// The number is the one that was shown when the comment was begun: what arrives meanwhile was not read.
function AskAgain({ record, onDone }: { record: RecordPage; onDone: () => void }) {
  const [seen] = useState(record.number);
  const [comment, setComment] = useState('');
  const review = useReview(record.id, onDone);
  const send = (event: FormEvent) => {
    event.preventDefault();
    review.mutate({ seen, outcome: 'has_issues', comment: comment.trim() });
  };
  return (
    <form onSubmit={send}>
      <Textarea
        label={words.review.comment}
        description={words.review.commentHint}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        maxLength={longestComment}
        rows={3}
        autoFocus
        dir="auto"
      />
      <SendProblem error={review.error} />
      <div className={styles.buttons}>
        <Button
          look="primary"
          type="submit"
          disabled={review.isPending}
          reason={comment.trim() === '' ? words.review.commentFirst : undefined}
        >
          {words.review.send}
        </Button>
        <Button onClick={onDone}>{words.common.cancel}</Button>
      </div>
    </form>
  );
}

export function ReviewCard({ record }: { record: RecordPage }) {
  const mayReview = useMayReview(record);
  const [asking, setAsking] = useState(false);
  const review = useReview(record.id);
  const done = record.review?.outcome === 'looks_right' && record.review.current;
  if (!mayReview && record.review === null) return null;
  return (
    <Card title={words.review.title}>
      <div className={styles.review}>
        {record.review === null ? <p className={styles.hint}>{words.review.nobody}</p> : <Said review={record.review} />}
        <SendProblem error={review.error} />
        {mayReview && asking && <AskAgain record={record} onDone={() => setAsking(false)} />}
        {mayReview && !asking && (
          <div className={styles.buttons}>
            {!done && (
              <Button
                icon={IconEyeCheck}
                disabled={review.isPending}
                onClick={() => review.mutate({ seen: record.number, outcome: 'looks_right' })}
              >
                {words.review.markRight}
              </Button>
            )}
            <Button icon={IconMessageReport} onClick={() => setAsking(true)}>
              {words.review.ask}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
