import { makeStyles, tokens } from '@fluentui/react-components';

/** The measures that the frame, its skeleton and the pages without a navigation share. */
export const useLayoutStyles = makeStyles({
  topBar: {
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    height: '48px',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    position: 'sticky',
    top: 0,
    zIndex: 10,
    forcedColorAdjust: 'auto',
  },
  body: { display: 'flex', alignItems: 'stretch', flexGrow: 1 },
  navigation: {
    boxSizing: 'border-box',
    flexShrink: 0,
    width: '256px',
    overflowAnchor: 'none', // as the page grows above the window, what is read stays in place, not this
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1023.98px)': { width: '56px' },
    '@media (max-width: 639.98px)': { display: 'none' },
  },
  main: {
    boxSizing: 'border-box',
    flexGrow: 1,
    minWidth: 0,
    maxWidth: '1440px',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXXL} ${tokens.spacingVerticalXXXL}`,
    '@media (max-width: 639.98px)': { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}` },
    ':focus': { outlineStyle: 'none' },
  },
  plain: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '672px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXXL}`,
    ':focus': { outlineStyle: 'none' },
  },
});
