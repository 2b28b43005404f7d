import { useEffect, useState } from 'react';
import { exactTime, relativeTime } from '../lib/time';

/** “2 hours ago”, with the exact time on hover; kept true while it is on screen. */
export function RelativeTime(props: { at: string }) {
  const { at } = props;
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}
