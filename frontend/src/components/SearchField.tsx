import { makeStyles, SearchBox } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';

const useStyles = makeStyles({
  root: { width: '240px', '@media (max-width: 639.98px)': { width: '100%', maxWidth: 'none' } },
});
const pause = 300;

/** A field to search a list: `onSearch` is called when the person pauses or presses Enter, and at once when it is cleared. */
export function SearchField(props: { label: string; value: string; onSearch: (text: string) => void }) {
  const { label, value, onSearch } = props;
  const styles = useStyles();
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  if (value !== told) {
    // The address changed by itself: Back, or a link.
    setTold(value);
    if (value !== text.trim()) setText(value);
  }
  const search = useEffectEvent((wanted: string) => {
    if (wanted === value) return;
    setTold(wanted);
    onSearch(wanted);
  });
  useEffect(() => {
    const timer = setTimeout(() => search(text.trim()), text === '' ? 0 : pause);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <SearchBox
      className={styles.root}
      aria-label={label}
      placeholder={label}
      maxLength={100}
      value={text}
      onChange={(_, data) => setText(data.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || text.trim() === value) return;
        setTold(text.trim());
        onSearch(text.trim());
      }}
    />
  );
}
