import { expect, it } from 'vitest';
import { judgePassword } from './password';

it.each([
  ['', 0],
  ['elevenchars', 0],
  ['é'.repeat(11), 0],
  ['x'.repeat(201), 0],
  ['aaaaaaaaaaaaaaaa', 1],
  ['1234567890123456', 1],
  ['abcdefghijklmnop', 1],
  ['Password-2026!', 1],
  ['tulip-garden', 2],
  ['tulip-oboe-mango', 3],
  ['tulip-oboe-mango-frost', 4],
])('judges %s as %i', (password, score) => expect(judgePassword(password).score).toBe(score));

it('says how many characters are missing', () => {
  expect(judgePassword('elevenchars').hint).toBe('1 more character needed.');
  expect(judgePassword('ten-chars!').hint).toBe('2 more characters needed.');
});
