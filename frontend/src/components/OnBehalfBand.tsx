import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { graphql, useFragment } from 'react-relay';
import type { OnBehalfBand_query$key } from '../__generated__/OnBehalfBand_query.graphql';
import { ApiError } from '../graphql/errors';
import { roleName, sortRoles } from '../lib/roles';
import { count, longDate } from '../lib/time';
import { phone, useMediaQuery } from '../lib/useMediaQuery';
import type { Access } from './OnBehalf';
import { Reason } from './Reason';
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
  roles: { flexBasis: '100%' },
  link: {
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'underline',
    flexShrink: 0,
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':hover:active': { color: tokens.colorNeutralForeground1 },
  },
});

/**
 * Says whose organization this is, under the top bar, for as long as it is on screen: “You are administering Contoso as
 * Fabrikam · User Administrator · until March 3, 2027 · Leave”. It stands within OnBehalf on every page of a customer, which
 * spreads its fragment; name the customer in the page's document title too.
 */
export function OnBehalfBand(props: { query: OnBehalfBand_query$key; access: Access }) {
  const { access } = props;
  const { viewer, node } = useFragment(
    graphql`
      fragment OnBehalfBand_query on Query @argumentDefinitions(id: { type: "ID!" }) {
        viewer {
          partner {
            name
          }
        }
        node(id: $id) {
          ... on Organization {
            id
            displayName
            justificationRequired
            viewerDelegation {
              id
              viewerRoles
              expiresAt
            }
          }
        }
      }
    `,
    props.query,
  );
  const delegation = node?.viewerDelegation;
  if (!delegation) throw new ApiError('NOT_FOUND', 'The viewer has no access to this organization.');

  const found = useEffectEvent(access.onDelegation);
  const over = useEffectEvent(access.onGone);
  useEffect(() => {
    found(delegation.id);
    const left = Date.parse(delegation.expiresAt) - Date.now();
    if (left > 2 ** 31 - 1) return; // weeks away: longer than a timer can wait
    const timer = setTimeout(() => over(), Math.max(left, 0) + 500);
    return () => clearTimeout(timer);
  }, [delegation]);

  const styles = useStyles();
  const [slot, setSlot] = useState(() => document.getElementById(bandSlotId));
  // The frame may come with the page, at once: then the place is there after the first rendering, and before it is seen.
  useLayoutEffect(() => setSlot(document.getElementById(bandSlotId)), []);
  // On phones the list of roles would fill the screen: it opens below.
  const isPhone = useMediaQuery(phone);
  const [open, setOpen] = useState(false);
  const id = useId();
  const roles = sortRoles(delegation.viewerRoles).map(roleName);
  const band = (
    <section aria-label="On behalf of a customer" className={styles.root}>
      <BuildingRegular className={styles.icon} />
      <Text className={styles.text}>
        You are administering <strong>{node.displayName}</strong> as {viewer?.partner?.name}
        {' · '}
        {isPhone ? (
          <Link
            as="button"
            inline
            className={styles.link}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {count(roles.length, 'role')}
          </Link>
        ) : (
          roles.join(', ')
        )}
        {' · '}until {longDate(delegation.expiresAt)}
      </Text>
      {node.id && node.justificationRequired && <Reason organizationId={node.id} name={node.displayName ?? ''} />}
      <TextLink to="/partner/customers" className={styles.link}>
        Leave
      </TextLink>
      {isPhone && open && (
        <Text id={id} className={styles.roles}>
          {roles.join(', ')}
        </Text>
      )}
    </section>
  );
  return slot ? createPortal(band, slot) : band;
}
