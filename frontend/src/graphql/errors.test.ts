import { describe, expect, it } from 'vitest';
import { ApiError, messageOf, UserErrors } from './errors';

const errors = new UserErrors([
  { code: 'INVALID', message: 'Too short.', field: ['input', 'newPassword'] },
  { code: 'CONFLICT', message: 'Read it again.', field: null },
]);

describe('UserErrors', () => {
  it('gives a form the message for each input, and the rest', () => {
    expect(errors.for('newPassword')).toBe('Too short.');
    expect(errors.for('token')).toBeUndefined();
    expect(errors.except('newPassword')).toBe('Read it again.');
    expect(errors.except('newPassword', '')).toBeUndefined();
  });
  it('knows its codes', () => {
    expect(errors.has('CONFLICT')).toBe(true);
    expect(errors.has('EXPIRED')).toBe(false);
  });
});

describe('messageOf', () => {
  it('shows what a person can mend in the words of the server', () => {
    expect(messageOf(errors)).toBe('Too short. Read it again.');
  });
  it.each(['NETWORK', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INTERNAL'])('has own words for %s', (code) => {
    expect(messageOf(new ApiError(code, 'pq: relation'))).not.toContain('pq');
  });
  it('never shows the text of an unexpected error', () => {
    expect(messageOf(new TypeError('x is undefined'))).not.toContain('undefined');
  });
});
