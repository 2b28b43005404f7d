import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { ErrorState } from '../../components/ErrorState';
import { TextSkeleton } from '../../components/skeletons';
import { count } from '../../lib/time';
import type { Hit } from './source';

const useStyles = makeStyles({
  list: { maxHeight: 'min(420px, 60vh)', overflowY: 'auto' },
  heading: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  hit: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    minHeight: '40px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    cursor: 'pointer',
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  detail: { color: tokens.colorNeutralForeground2 },
  foot: { color: tokens.colorNeutralForeground2, padding: `0 ${tokens.spacingHorizontalS}` },
});

/** What was found, under the heading of each source; the current one is what Enter opens. */
export function Results(props: {
  asked: string;
  groups: readonly { readonly heading: string; readonly hits: readonly Hit[] }[];
  error: unknown;
  looking: boolean;
  retry: () => void;
  current: Hit | undefined;
  onMark: (key: string) => void;
  onGo: (hit: Hit) => void;
}) {
  const { asked, groups, error, looking, retry, current, onMark, onGo } = props;
  const styles = useStyles();
  const total = groups.reduce((sum, group) => sum + group.hits.length, 0);
  const key = current?.key;
  useEffect(() => {
    if (key) document.getElementById(`search-${key}`)?.scrollIntoView({ block: 'nearest' });
  }, [key]);

  return (
    <>
      {error !== null && !looking && (
        <ErrorState error={error} title="Not everything could be searched" onRetry={retry} />
      )}
      {looking && total === 0 && <TextSkeleton lines={3} />}
      {/* The keyboard stays in the field, which says which one is current. */}
      <div id="search-results" role="listbox" aria-label="Results" aria-busy={looking} className={styles.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: options in a listbox are grouped by role
          <div key={group.heading} role="group" aria-label={group.heading}>
            <div className={styles.heading} aria-hidden>
              {group.heading}
            </div>
            {group.hits.map((hit) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard
              // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus
              <div
                key={hit.key}
                id={`search-${hit.key}`}
                role="option"
                aria-selected={hit.key === key}
                className={mergeClasses(styles.hit, hit.key === key && styles.current)}
                onPointerMove={() => onMark(hit.key)}
                onClick={() => onGo(hit)}
              >
                <Text>{hit.label}</Text>
                {hit.detail && (
                  <Text size={200} className={styles.detail}>
                    {hit.detail}
                  </Text>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      <Text role="status" size={200} className={styles.foot}>
        {looking
          ? 'Searching …'
          : total > 0
            ? `${count(total, 'result')}. Enter opens the one that is marked.`
            : error === null && asked === ''
              ? 'Type a part of a name.'
              : error === null
                ? `Nothing fits “${asked}”. Try a part of a name.`
                : ''}
      </Text>
    </>
  );
}
