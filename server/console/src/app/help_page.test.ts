import { describe, expect, it } from 'vitest';
import { helpPageOf } from './help_page';
import { paths } from './paths';

describe('the help', () => {
  it('speaks of the page that is open', () => {
    expect(helpPageOf(paths.overview)).toBe('overview');
    expect(helpPageOf(paths.conflict('one'))).toBe('conflicts');
    expect(helpPageOf(paths.records('partner', 'clinic'))).toBe('records');
    expect(helpPageOf(paths.allRecords)).toBe('records');
    expect(helpPageOf(paths.record('one'))).toBe('record');
    expect(helpPageOf(paths.search('clinic'))).toBe('search');
    expect(helpPageOf(paths.devices)).toBe('devices');
    expect(helpPageOf(paths.aside)).toBe('aside');
    expect(helpPageOf(paths.officerKeys)).toBe('officerKeys');
    expect(helpPageOf('/nowhere')).toBe('overview');
  });
});
