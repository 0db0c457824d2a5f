import { describe, expect, it } from 'vitest';
import { layTimeline, width, type Promise } from './timeline';

const promise = (more: Partial<Promise>): Promise => ({
  id: 'a',
  text: 'Chairs',
  side: 'us',
  size: 'small',
  state: 'kept',
  made_on: '2026-03-01',
  due: '2026-03-15',
  moved: false,
  done_on: '2026-03-15',
  late_days: 0,
  told: false,
  assignee: '',
  ...more,
});

const lay = (promises: Promise[]) => layTimeline(promises, '2025-11-27', '2026-11-26', ({ text }) => text);

describe('the timeline of promises', () => {
  it('runs from the first day to a month past today, with a line at each month', () => {
    const { months, today, lines } = lay([]);
    expect(lines).toEqual([]);
    expect(months.map(({ date }) => date)).toHaveLength(13);
    expect(months[0]!.date).toBe('2025-12-01');
    expect(months.at(-1)!.date).toBe('2026-12-01');
    expect(today).toBeCloseTo(8 + (364 / 394) * (width - 16), 6);
  });

  it('puts what has room beside another on one lane, and what has none below it', () => {
    const apart = lay([promise({}), promise({ made_on: '2026-08-01', due: '2026-08-20', done_on: '2026-08-20' })]);
    expect(apart.lines.map(({ lane }) => lane)).toEqual([0, 0]);
    const close = lay([promise({}), promise({ made_on: '2026-03-10', due: '2026-03-20', done_on: '2026-03-20' })]);
    expect(close.lines.map(({ lane }) => lane)).toEqual([0, 1]);
    expect(close.lanes).toBe(2);
  });

  it('writes before the line where there is no room behind it', () => {
    const [line] = lay([promise({ state: 'open', made_on: '2026-11-01', due: '2026-12-20', done_on: null, text: 'Interpreter on Saturdays' })]).lines;
    expect(line!.side).toBe('start');
    expect(lay([promise({})]).lines[0]!.side).toBe('end');
  });

  it('marks where it was due only if it went on past that', () => {
    const late = promise({ state: 'kept_late', done_on: '2026-03-29', late_days: 14 });
    expect(lay([late]).lines[0]!.due).toBeLessThan(lay([late]).lines[0]!.to);
    expect(lay([promise({})]).lines[0]!.due).toBeUndefined();
    const overdue = lay([promise({ state: 'overdue', done_on: null })]);
    expect(overdue.lines[0]!.to).toBe(overdue.today);
  });

  it('keeps what was made before the year inside of it, and counts what it has no lane for', () => {
    expect(lay([promise({ made_on: '2024-01-01' })]).lines[0]!.from).toBe(8);
    const many = lay(Array.from({ length: 30 }, () => promise({})));
    expect(many.lanes).toBe(9);
    expect(many.undrawn).toBe(21);
  });
});
