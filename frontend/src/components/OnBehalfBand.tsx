import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { roleName, sortRoles } from '../lib/roles';
import { longDate } from '../lib/time';
import { TextLink } from './TextLink';

/** The place of the band in the frame, under the top bar. */
export const bandSlotId = 'on-behalf';
/** One line, and two on phones. */
export const bandHeight = { minHeight: '40px', '@media (max-width: 639.98px)': { minHeight: '54px' } };

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    ...bandHeight,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorPaletteMarigoldBackground2,
    color: tokens.colorNeutralForeground1,
    borderBottom: `2px solid ${tokens.colorPaletteMarigoldBorderActive}`,
  },
  icon: { fontSize: '20px', lineHeight: 0, flexShrink: 0 },
  text: { overflowWrap: 'anywhere', flexGrow: 1, flexBasis: '200px' },
  // On phones the list of roles would fill the screen; the page itself shows them.
  roles: { '@media (max-width: 639.98px)': { display: 'none' } },
  leave: { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline', flexShrink: 0 },
});

/**
 * Says whose organization this is, under the top bar, for as long as it is on screen: “You are administering Contoso as
 * Fabrikam · User Administrator · until March 3, 2027 · Leave”. Use it on every page of a customer, and name the customer in
 * the page's document title too.
 */
export function OnBehalfBand(props: { customer: string; partner: string; roles: readonly string[]; until: string }) {
  const { customer, partner, roles, until } = props;
  const styles = useStyles();
  const [slot, setSlot] = useState(() => document.getElementById(bandSlotId));
  // The frame may come with the page, at once: then the place is there after the first rendering, and before it is seen.
  useLayoutEffect(() => setSlot(document.getElementById(bandSlotId)), []);
  const band = (
    <section aria-label="On behalf of a customer" className={styles.root}>
      <BuildingRegular className={styles.icon} />
      <Text className={styles.text}>
        You are administering <strong>{customer}</strong> as {partner}
        <span className={styles.roles}> · {sortRoles(roles).map(roleName).join(', ')}</span> · until {longDate(until)}
      </Text>
      <TextLink to="/partner/customers" className={styles.leave}>
        Leave
      </TextLink>
    </section>
  );
  return slot ? createPortal(band, slot) : band;
}
