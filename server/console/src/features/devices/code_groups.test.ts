import { describe, expect, it } from 'vitest';
import { grouped } from './code_groups';

describe('grouped', () => {
  it('makes groups of five and leaves no sign alone', () => {
    expect(grouped('04WC2K7HXQ9M5T3RBN8VYZ1DEF')).toEqual(['04WC2', 'K7HXQ', '9M5T3', 'RBN8V', 'YZ1DEF']);
  });
  it('does not mind how the code was written', () => {
    expect(grouped('04WC2-K7HXQ 9M5T3-RBN8V-YZ1DEF')).toEqual(grouped('04WC2K7HXQ9M5T3RBN8VYZ1DEF'));
    expect(grouped('')).toEqual([]);
  });
});
