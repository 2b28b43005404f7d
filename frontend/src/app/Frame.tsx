import { Avatar, Button, makeStyles } from '@fluentui/react-components';
import { BuildingMultipleRegular } from '@fluentui/react-icons/svg/building-multiple';
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation';
import { Outlet, useLocation, useMatches, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { Frame_viewer$key } from '../__generated__/Frame_viewer.graphql';
import { lazily } from '../components/lazily';
import { bandHeight, bandSlotId } from '../components/OnBehalfBand';
import { Opened } from '../components/Opened';
import { PageBoundary } from '../components/PageBoundary';
import { PageSkeleton } from '../components/skeletons';
import { visitCustomer } from '../lib/recentCustomers';
import { signInPath } from '../lib/returnPath';
import { narrow, phone, useMediaQuery } from '../lib/useMediaQuery';
import { BarMenu } from './BarMenu';
import { useBarButtonStyles } from './barButton';
import { useLayoutStyles } from './layout';
import { Navigation } from './Navigation';
import { navigationFor } from './navigation';
import { useRoot } from './Root';
import { SearchButton } from './SearchButton';
import { TopBar } from './TopBar';
import { useSwitchCustomer } from './useSwitchCustomer';

const AccountMenu = lazily(async () => (await import('./AccountMenu')).AccountMenu);
const PhoneMenu = lazily(async () => (await import('./PhoneMenu')).PhoneMenu);

const useStyles = makeStyles({
  band: { ...bandHeight, position: 'sticky', top: '48px', zIndex: 9 },
});

/** The pages for people who are signed in; sends others to the sign-in page, which brings them back. */
export function Frame() {
  const { viewer } = useRoot();
  return viewer ? <Signed viewer={viewer} /> : <ToSignIn />;
}

/** Leads to the sign-in page, which brings back here. */
function ToSignIn() {
  const layout = useLayoutStyles();
  const { history, latestLocation } = useRouter();
  // Where it all began: while the sign-in page is fetched, the address is that page's already.
  const [target] = useState(() =>
    signInPath({ pathname: latestLocation.pathname, search: latestLocation.searchStr, hash: latestLocation.hash }),
  );
  useEffect(() => history.replace(target), [history, target]);
  return (
    <div className={layout.plain}>
      <PageSkeleton />
    </div>
  );
}

/** The customer on whose behalf the page is, by its address. */
function customerIn(matches: readonly { params: object }[]): string | undefined {
  return (matches.at(-1)?.params as { organizationId?: string } | undefined)?.organizationId;
}

function Signed(props: { viewer: Frame_viewer$key }) {
  const viewer = useFragment(
    graphql`
      fragment Frame_viewer on Viewer {
        ...AccountMenu_viewer
        user {
          id
          displayName
        }
        organization {
          id
          displayName
        }
        partner {
          id
        }
        canManageOffers
        canReadUsers
        canReadDomains
        canReadSubscriptions
        canReadGroups
        canReadDelegatedAdmins
        canReadAuditLog
      }
    `,
    props.viewer,
  );
  const { pathname } = useLocation();
  const customerId = useMatches({ select: customerIn });
  const isPhone = useMediaQuery(phone);
  const isNarrow = useMediaQuery(narrow);
  const [open, setOpen] = useState(false);
  const layout = useLayoutStyles();
  const bar = useBarButtonStyles();
  const styles = useStyles();
  const userId = viewer.user.id;
  const switchButton = useRef<HTMLButtonElement>(null);
  const switching = useSwitchCustomer(userId, switchButton);
  useEffect(() => {
    if (customerId) visitCustomer(userId, customerId);
  }, [userId, customerId]);
  const groups = useMemo(() => navigationFor(viewer, customerId), [viewer, customerId]);

  return (
    <>
      <TopBar
        organization={viewer.organization.displayName}
        start={
          isPhone && (
            <Button
              ref={switchButton} // the menu has that button
              appearance="transparent"
              className={bar.button}
              aria-label="Menu"
              aria-expanded={open}
              icon={<NavigationRegular />}
              onPointerEnter={PhoneMenu.preload}
              onFocus={PhoneMenu.preload}
              onClick={() => setOpen(true)}
            />
          )
        }
        middle={
          <SearchButton
            groups={groups}
            rights={viewer}
            organizationId={viewer.organization.id}
            customerId={customerId}
          />
        }
        end={
          <>
            {viewer.partner && !isPhone && (
              <Button
                ref={switchButton}
                appearance="transparent"
                className={bar.button}
                aria-label="Switch customer"
                aria-haspopup="dialog"
                icon={<BuildingMultipleRegular />}
                onPointerEnter={switching.preload}
                onFocus={switching.preload}
                onClick={switching.begin}
              />
            )}
            <BarMenu
              label={`Account of ${viewer.user.displayName}`}
              icon={<Avatar aria-hidden name={viewer.user.displayName} size={28} color="neutral" />}
              onIntent={AccountMenu.preload}
            >
              {(button) => <AccountMenu viewer={viewer} button={button} />}
            </BarMenu>
          </>
        }
      />
      {/* Its height is kept for a customer's page from the start, so that nothing moves when the name is known. */}
      <div id={bandSlotId} className={customerId ? styles.band : undefined} />
      <div className={layout.body}>
        {!isPhone && (
          <div className={layout.navigation}>
            <Navigation groups={groups} iconsOnly={isNarrow} />
          </div>
        )}
        <main id="main" tabIndex={-1} className={layout.main}>
          <PageBoundary skeleton={<PageSkeleton />} resetKey={pathname}>
            <Outlet />
          </PageBoundary>
        </main>
      </div>
      {isPhone && (
        <Opened when={open}>
          <PhoneMenu
            open={open}
            organization={viewer.organization.displayName}
            groups={groups}
            {...(viewer.partner ? { onSwitch: switching.begin } : {})}
            onClose={() => setOpen(false)}
          />
        </Opened>
      )}
      {switching.dialog}
    </>
  );
}
