import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { lazily } from '../components/lazily';
import { BarMenu } from './BarMenu';
import { useLayoutStyles } from './layout';

const HelpMenu = lazily(async () => (await import('./HelpMenu')).HelpMenu);

const useStyles = makeStyles({
  product: {
    color: tokens.colorNeutralForegroundOnBrand,
    textDecorationLine: 'none',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    whiteSpace: 'nowrap',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorNeutralForegroundOnBrand}`, outlineOffset: '-2px' },
    '@media (max-width: 359.98px)': { fontSize: tokens.fontSizeBase300 },
  },
  organization: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: 'inherit',
    borderLeft: '1px solid currentColor',
    paddingLeft: tokens.spacingHorizontalM,
    marginLeft: tokens.spacingHorizontalXS,
    '@media (max-width: 639.98px)': { display: 'none' },
  },
  end: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS, marginLeft: 'auto', flexShrink: 0 },
});

/** The bar on top of every page: `start` before the product's name, `middle` after it, `end` after help. */
export function TopBar(props: { organization?: string; start?: ReactNode; middle?: ReactNode; end?: ReactNode }) {
  const { organization, start, middle, end } = props;
  const layout = useLayoutStyles();
  const styles = useStyles();
  return (
    <header className={layout.topBar}>
      {start}
      <Link to="/" className={styles.product}>
        Delegated Admin
      </Link>
      {organization && <Text className={styles.organization}>{organization}</Text>}
      {middle}
      <div className={styles.end}>
        <BarMenu label="Help" icon={<QuestionCircleRegular />} onIntent={HelpMenu.preload}>
          {(button) => <HelpMenu button={button} />}
        </BarMenu>
        {end}
      </div>
    </header>
  );
}
