const minute = 60_000;
const hour = 60 * minute;
export const day = 24 * hour;

const steps: [limit: number, unit: Intl.RelativeTimeFormatUnit, size: number][] = [
  [hour, 'minute', minute],
  [day, 'hour', hour],
  [30 * day, 'day', day],
  [365 * day, 'month', 30.44 * day],
  [Number.POSITIVE_INFINITY, 'year', 365.25 * day],
];
// Made once: to make one takes longer than all else of a row in a list.
const relativeFormat = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const exactFormat = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'long' });
const shortFormat = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const longFormat = new Intl.DateTimeFormat('en', { dateStyle: 'long' });

/** “3 hours ago”, “in 12 days”; within a minute “just now” or “in a moment”. */
export function relativeTime(at: string | Date, now: Date = new Date()): string {
  const distance = new Date(at).getTime() - now.getTime();
  const size = Math.abs(distance);
  if (size < minute) return distance > 0 ? 'in a moment' : 'just now';
  const [, unit, length] = steps.find(([limit]) => size < limit) ?? (steps.at(-1) as (typeof steps)[number]);
  // Days are those of the calendar, as mails say them, since a date often stands beside. The others toward zero.
  const n = unit === 'day' ? Math.round((midnight(at) - midnight(now)) / day) : Math.trunc(distance / length);
  return relativeFormat.format(n, unit);
}

function midnight(at: string | Date): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** “November 23, 2026 at 9:30 AM GMT+1”, in the person's zone. */
export function exactTime(at: string | Date): string {
  return exactFormat.format(new Date(at));
}

/** “Nov 23, 2026”, in the person's zone. */
export function shortDate(at: string | Date): string {
  return shortFormat.format(new Date(at));
}

/** “November 23, 2026”, in the person's zone. */
export function longDate(at: string | Date): string {
  return longFormat.format(new Date(at));
}

/** Whole days from now until then; negative once it is over. */
export function daysUntil(at: string | Date, now: Date = new Date()): number {
  return Math.floor((new Date(at).getTime() - now.getTime()) / day);
}

/** “1 day”, “30 days”, “1 year”, “2 years”: a length of time as people say it. */
export function durationInWords(days: number): string {
  if (days % 365 === 0 && days > 0) return count(days / 365, 'year');
  return count(days, 'day');
}

/** “1 seat”, “1,200 seats”. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** “, about 3 minutes left” of reading, once that can be told and is worth to be said; nothing otherwise. */
export function durationLeft(read: number, total: number, milliseconds: number): string {
  if (read === 0 || milliseconds < 2000 || read >= total) return '';
  const minutes = Math.round(((total - read) / read) * (milliseconds / minute));
  return minutes < 1 ? ', less than a minute left' : `, about ${count(minutes, 'minute')} left`;
}
