import { Button, DrawerBody, makeStyles, OverlayDrawer, tokens } from '@fluentui/react-components';
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation';
import { Navigate, Outlet, useLocation, useMatch } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { Frame_viewer$key } from '../__generated__/Frame_viewer.graphql';
import { bandSlotId } from '../components/OnBehalfBand';
import { PageBoundary } from '../components/PageBoundary';
import { PageSkeleton } from '../components/skeletons';
import { narrow, phone, useMediaQuery } from '../lib/useMediaQuery';
import { AccountMenu } from './AccountMenu';
import { useLayoutStyles } from './layout';
import { Navigation } from './Navigation';
import { navigationFor } from './navigation';
import { useRoot } from './Root';
import { TopBar, useBarButtonStyles } from './TopBar';

const useStyles = makeStyles({
  drawer: { width: 'min(320px, 90vw)' },
  drawerBody: { padding: 0 },
  drawerTop: { height: tokens.spacingVerticalM },
  band: { minHeight: '40px' },
});

/** The pages for people who are signed in; sends others to the sign-in page, which brings them back. */
export function Frame() {
  const { viewer } = useRoot();
  const { pathname, searchStr, hash } = useLocation();
  if (!viewer) {
    const here = pathname + searchStr;
    return <Navigate to="/sign-in" search={here === '/' ? {} : { return: here }} hash={hash} replace />;
  }
  return <Signed viewer={viewer} />;
}

function Signed(props: { viewer: Frame_viewer$key }) {
  const viewer = useFragment(
    graphql`
      fragment Frame_viewer on Viewer {
        ...AccountMenu_viewer
        organization {
          displayName
        }
        partner {
          id
        }
        canManageOffers
        canReadDelegatedAdmins
        canReadAuditLog
      }
    `,
    props.viewer,
  );
  const { pathname } = useLocation();
  const onBehalf = useMatch({ from: '/frame/partner/customers/$organizationId', shouldThrow: false }) !== undefined;
  const isPhone = useMediaQuery(phone);
  const isNarrow = useMediaQuery(narrow);
  const [open, setOpen] = useState(false);
  const layout = useLayoutStyles();
  const bar = useBarButtonStyles();
  const styles = useStyles();
  const groups = navigationFor(viewer);

  return (
    <>
      <TopBar
        organization={viewer.organization.displayName}
        start={
          isPhone && (
            <Button
              appearance="transparent"
              className={bar.button}
              aria-label="Menu"
              aria-expanded={open}
              icon={<NavigationRegular />}
              onClick={() => setOpen(true)}
            />
          )
        }
        end={<AccountMenu viewer={viewer} />}
      />
      {/* Its height is kept for a customer's page from the start, so that nothing moves when the name is known. */}
      <div id={bandSlotId} className={onBehalf ? styles.band : undefined} />
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
        <OverlayDrawer
          open={open}
          position="start"
          className={styles.drawer}
          aria-label="Menu"
          onOpenChange={(_, data) => setOpen(data.open)}
        >
          <DrawerBody className={styles.drawerBody}>
            <div className={styles.drawerTop} />
            <Navigation groups={groups} onGo={() => setOpen(false)} />
          </DrawerBody>
        </OverlayDrawer>
      )}
    </>
  );
}
