import { makeStyles } from '@fluentui/react-components';
import { useCallback } from 'react';
import { newDay, type TimelineEvent, TimelineRow } from '../../components/TimelineRow';
import { useNearWindow } from '../../components/useNearWindow';

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } });

/** A timeline that the page scrolls, smooth also when there are thousands of events: the others are not in the page. */
export function LongTimeline(props: { label: string; events: readonly TimelineEvent[]; total: number }) {
  const { label, events, total } = props;
  const styles = useStyles();
  const { top, shown, before, after, measure } = useNearWindow<HTMLUListElement>({
    count: events.length,
    height: 64,
    keyOf: useCallback((index: number) => events[index]?.id ?? '', [events]),
  });
  return (
    <section aria-label={label}>
      <ul ref={top} className={styles.list} style={{ paddingTop: before, paddingBottom: after }}>
        {shown.map(({ index, key }) => (
          <TimelineRow
            key={key}
            event={events[index] as TimelineEvent}
            day={newDay(events, index)}
            level={2}
            index={index}
            total={total}
            measure={measure}
          />
        ))}
      </ul>
    </section>
  );
}
