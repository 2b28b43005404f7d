import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link, useLocation } from '@tanstack/react-router';
import { Suspense, useId } from 'react';
import { lazily } from '../components/lazily';
import { type Place, type PlaceGroup, pathOf } from './navigation';

const NameTooltip = lazily(async () => (await import('./NameTooltip')).NameTooltip);

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: tokens.spacingVerticalS },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  heading: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
  },
  rule: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, margin: `${tokens.spacingVerticalXS} 0` },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '40px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textDecorationLine: 'none',
    position: 'relative',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground3Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  icons: { justifyContent: 'center', padding: 0 },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '10px',
      bottom: '10px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  icon: { fontSize: '20px', lineHeight: 0, flexShrink: 0 },
});

/** The places of the app. With `iconsOnly` their names are tooltips. */
export function Navigation(props: { groups: readonly PlaceGroup[]; iconsOnly?: boolean; onGo?: () => void }) {
  const { groups, iconsOnly = false, onGo } = props;
  const styles = useStyles();
  const id = useId();
  const { pathname } = useLocation();
  const current = currentPlace(groups, pathname);
  return (
    <nav aria-label="Main" className={styles.root}>
      {groups.map((group, at) => (
        <div key={group.label ?? group.places[0]?.to}>
          {group.label && !iconsOnly && (
            <div id={`${id}${at}`} className={styles.heading}>
              {group.label}
            </div>
          )}
          {at > 0 && iconsOnly && <div className={styles.rule} />}
          <ul
            className={styles.list}
            {...(group.label ? (iconsOnly ? { 'aria-label': group.label } : { 'aria-labelledby': `${id}${at}` }) : {})}
          >
            {group.places.map((place) => (
              <li key={pathOf(place)}>
                <Item
                  place={place}
                  iconsOnly={iconsOnly}
                  current={pathOf(place) === current}
                  {...(onGo ? { onGo } : {})}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Item(props: { place: Place; iconsOnly: boolean; current: boolean; onGo?: () => void }) {
  const { place, iconsOnly, current, onGo } = props;
  const styles = useStyles();
  const Icon = place.icon;
  const link = (
    <Link
      to={place.to}
      {...(place.params ? { params: place.params } : {})}
      // A place starts afresh: without the filters that its page had.
      search={{}}
      activeProps={{}}
      aria-current={current ? 'page' : undefined}
      aria-label={iconsOnly ? place.label : undefined}
      className={mergeClasses(styles.link, iconsOnly && styles.icons, current && styles.current)}
      {...(onGo ? { onClick: onGo } : {})}
    >
      <Icon className={styles.icon} aria-hidden />
      {!iconsOnly && place.label}
    </Link>
  );
  if (!iconsOnly) return link;
  return (
    <Suspense fallback={link}>
      <NameTooltip name={place.label}>{link}</NameTooltip>
    </Suspense>
  );
}

/** The place that a page belongs to: the longest that its address begins with. */
export function currentPlace(groups: readonly PlaceGroup[], pathname: string): string | undefined {
  return groups
    .flatMap((group) => group.places.map(pathOf))
    .filter((to) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)))
    .sort((a, b) => b.length - a.length)[0];
}
