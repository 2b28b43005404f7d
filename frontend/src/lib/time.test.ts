import { describe, expect, it } from 'vitest';
import { count, daysUntil, durationInWords, durationLeft, relativeTime } from './time';

const now = new Date('2026-11-23T12:00:00Z');
const inMs = (ms: number) => new Date(now.getTime() + ms);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('relativeTime', () => {
  it.each([
    [-10_000, 'just now'],
    [10_000, 'in a moment'],
    [-5 * minute, '5 minutes ago'],
    [-59 * minute, '59 minutes ago'],
    [-2 * hour, '2 hours ago'],
    [-24 * hour, '1 day ago'],
    [47 * hour, 'in 2 days'],
    [12 * day, 'in 12 days'],
    [29.9 * day, 'in 30 days'],
    [100 * day, 'in 3 months'],
    [400 * day, 'in 1 year'],
    [800 * day, 'in 2 years'],
  ])('says of %d ms: %s', (distance, words) => {
    expect(relativeTime(inMs(distance), now)).toBe(words);
  });

  it('takes the API’s text as well as a date', () => {
    expect(relativeTime('2026-11-23T11:00:00.123456Z', now)).toBe('59 minutes ago');
  });
});

describe('daysUntil', () => {
  it('counts whole days and turns negative once it is over', () => {
    expect(daysUntil(inMs(29.9 * day), now)).toBe(29);
    expect(daysUntil(inMs(1), now)).toBe(0);
    expect(daysUntil(inMs(-1), now)).toBe(-1);
  });
});

describe('durationInWords', () => {
  it.each([
    [1, '1 day'],
    [30, '30 days'],
    [365, '1 year'],
    [730, '2 years'],
    [400, '400 days'],
  ])('says of %d days: %s', (days, words) => expect(durationInWords(days)).toBe(words));
});

it('counts with the right form of the word', () => {
  expect(count(1, 'seat')).toBe('1 seat');
  expect(count(1200, 'seat')).toBe('1,200 seats');
  expect(count(2, 'delivery', 'deliveries')).toBe('2 deliveries');
});

describe('durationLeft', () => {
  it('says how long it will take once that can be told', () => {
    expect(durationLeft(0, 1000, 5000)).toBe('');
    expect(durationLeft(100, 1000, 500)).toBe('');
    expect(durationLeft(100, 1000, 5000)).toBe(', about 1 minute left');
    expect(durationLeft(900, 1000, 45_000)).toBe(', less than a minute left');
    expect(durationLeft(1000, 1000, 50_000)).toBe('');
  });
});
