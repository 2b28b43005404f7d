import { HeadsetRegular } from '@fluentui/react-icons/svg/headset';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { HomeRegular } from '@fluentui/react-icons/svg/home';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { PersonSupportRegular } from '@fluentui/react-icons/svg/person-support';

/** What decides which places a person is shown. */
export interface NavigationRights {
  readonly partner: object | null | undefined;
  readonly canManageOffers: boolean;
  readonly canReadDelegatedAdmins: boolean;
  readonly canReadAuditLog: boolean;
}

export interface Place {
  readonly label: string;
  readonly to: '/' | '/support' | '/support/delegated-admins' | '/audit-log' | '/partner/customers' | '/partner/offers';
  readonly icon: typeof HomeRegular;
}

export interface PlaceGroup {
  /** The heading; none for places that stand alone. */
  readonly label?: string;
  readonly places: readonly Place[];
}

/** The places that this person may open, in the order of the navigation. */
export function navigationFor(viewer: NavigationRights): PlaceGroup[] {
  const partner: Place[] = [];
  if (viewer.partner) {
    partner.push({ label: 'Customers', to: '/partner/customers', icon: PeopleTeamRegular });
    if (viewer.canManageOffers) partner.push({ label: 'Offers', to: '/partner/offers', icon: MailRegular });
  }
  const support: Place[] = [{ label: 'Overview', to: '/support', icon: HeadsetRegular }];
  if (viewer.canReadDelegatedAdmins) {
    support.push({ label: 'Manage delegated admins', to: '/support/delegated-admins', icon: PersonSupportRegular });
  }
  const audit: Place[] = [];
  if (viewer.canReadAuditLog) audit.push({ label: 'Audit log', to: '/audit-log', icon: HistoryRegular });

  return [
    { places: [{ label: 'Home', to: '/' as const, icon: HomeRegular }] },
    { label: 'Partner', places: partner },
    { label: 'Support', places: support },
    { places: audit },
  ].filter((group) => group.places.length > 0);
}
