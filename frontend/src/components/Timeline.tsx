import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { AuditEventItem_event$key } from '../__generated__/AuditEventItem_event.graphql';
import { longDate } from '../lib/time';
import { AuditEventItem } from './AuditEventItem';

const useStyles = makeStyles({
  day: {
    ...typographyStyles.caption1Strong,
    color: tokens.colorNeutralForeground2,
    margin: 0,
  },
  group: { marginTop: tokens.spacingVerticalL, ':first-child': { marginTop: 0 } },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

type Event = { readonly id: string; readonly at: string } & AuditEventItem_event$key;

/** What happened, newest first, under a heading for each day of the person's zone. */
export function Timeline(props: { label: string; events: readonly Event[]; level?: 2 | 3 }) {
  const { label, events, level = 3 } = props;
  const Heading = `h${level}` as const;
  const styles = useStyles();
  const days: { day: string; events: Event[] }[] = [];
  for (const event of events) {
    const day = dayInWords(event.at);
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return (
    <section aria-label={label}>
      {days.map(({ day, events: of }) => (
        <div key={`${day} ${of[0]?.id}`} className={styles.group}>
          <Heading className={styles.day}>{day}</Heading>
          <ul className={styles.list}>
            {of.map((event) => (
              <AuditEventItem key={event.id} event={event} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function dayInWords(at: string): string {
  const day = longDate(at);
  const now = new Date();
  if (day === longDate(now)) return 'Today';
  if (day === longDate(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return 'Yesterday';
  return day;
}
