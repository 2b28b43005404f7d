import { makeStyles } from '@fluentui/react-components';
import { newDay, type TimelineEvent, TimelineRow } from './TimelineRow';

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } });

/** What happened, newest first, under a heading for each day of the person's zone. */
export function Timeline(props: { label: string; events: readonly TimelineEvent[]; total: number }) {
  const { label, events, total } = props;
  const styles = useStyles();
  return (
    <section aria-label={label}>
      <ul className={styles.list}>
        {events.map((event, index) => (
          <TimelineRow key={event.id} event={event} day={newDay(events, index)} level={3} index={index} total={total} />
        ))}
      </ul>
    </section>
  );
}
