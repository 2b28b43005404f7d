import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { memo } from 'react';
import type { AuditEventItem_event$key } from '../__generated__/AuditEventItem_event.graphql';
import { longDate } from '../lib/time';
import { AuditEventItem } from './AuditEventItem';

const useStyles = makeStyles({
  day: {
    ...typographyStyles.caption1Strong,
    color: tokens.colorNeutralForeground2,
    margin: 0,
    paddingTop: tokens.spacingVerticalL,
  },
  first: { paddingTop: 0 },
  // Of those in the page the browser lays out and paints only what is near the window.
  all: { contentVisibility: 'auto', containIntrinsicHeight: 'auto 64px' },
});

export type TimelineEvent = { readonly id: string; readonly at: string } & AuditEventItem_event$key;

/** One event of a timeline, under the heading of its day when it is the newest of it. */
export const TimelineRow = memo(function TimelineRow(props: {
  event: TimelineEvent;
  day: string | undefined;
  level: 2 | 3;
  index: number;
  total: number;
  /** Where only the events near the window are in the page: gets the row's element, to know its height. */
  measure?: (element: HTMLElement | null) => void;
}) {
  const { event, day, level, index, total, measure } = props;
  const Heading = `h${level}` as const;
  const styles = useStyles();
  return (
    <li
      className={measure ? undefined : styles.all}
      aria-setsize={total}
      aria-posinset={index + 1}
      {...(measure && { ref: measure, 'data-index': index })}
    >
      {day && <Heading className={mergeClasses(styles.day, index === 0 && styles.first)}>{day}</Heading>}
      <AuditEventItem event={event} />
    </li>
  );
});

/** The day of the event in the person's zone, in words, unless the one before is of the same. */
export function newDay(events: readonly TimelineEvent[], index: number): string | undefined {
  const day = dayInWords(events[index]);
  return day === dayInWords(events[index - 1]) ? undefined : day;
}

function dayInWords(event: TimelineEvent | undefined): string | undefined {
  if (!event) return undefined;
  const day = longDate(event.at);
  const now = new Date();
  if (day === longDate(now)) return 'Today';
  if (day === longDate(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return 'Yesterday';
  return day;
}
