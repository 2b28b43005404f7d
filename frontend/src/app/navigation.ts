import { BoxRegular } from '@fluentui/react-icons/svg/box';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { CertificateRegular } from '@fluentui/react-icons/svg/certificate';
import { GlobeRegular } from '@fluentui/react-icons/svg/globe';
import { HeadsetRegular } from '@fluentui/react-icons/svg/headset';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { HomeRegular } from '@fluentui/react-icons/svg/home';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import { PeopleListRegular } from '@fluentui/react-icons/svg/people-list';
import { PeopleSearchRegular } from '@fluentui/react-icons/svg/people-search';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete';
import { PersonKeyRegular } from '@fluentui/react-icons/svg/person-key';
import { PersonSupportRegular } from '@fluentui/react-icons/svg/person-support';

/** What decides which places a person is shown. */
export interface NavigationRights {
  readonly partner: object | null | undefined;
  readonly canManageOffers: boolean;
  readonly canReadUsers: boolean;
  readonly canReadDomains: boolean;
  readonly canReadSubscriptions: boolean;
  readonly canReadGroups: boolean;
  readonly canReadDelegatedAdmins: boolean;
  readonly canReadAuditLog: boolean;
}

/** The pages that are the same for one's own organization and for a customer's. */
type OrganizationPath = '/users' | '/users/deleted' | '/roles' | '/billing/products' | '/billing/licenses' | '/domains';

export interface Place {
  readonly label: string;
  readonly to:
    | '/'
    | '/partner/customers'
    | '/partner/customers/$organizationId'
    | `${'' | '/partner/customers/$organizationId'}${OrganizationPath}`
    | '/partner/offers'
    | '/groups'
    | '/support'
    | '/support/delegated-admins'
    | '/partners'
    | '/audit-log';
  /** Which customer, when it is a place of one. */
  readonly params?: { readonly organizationId: string };
  readonly icon: typeof HomeRegular;
}

export interface PlaceGroup {
  /** The heading; none for places that stand alone. */
  readonly label?: string;
  readonly places: readonly Place[];
}

/** The address of a place. */
export function pathOf({ to, params }: Place): string {
  return params ? to.replace('$organizationId', params.organizationId) : to;
}

/** The places that this person may open, in the order of the navigation; on behalf, those of the customer too. */
export function navigationFor(viewer: NavigationRights, customerId?: string): PlaceGroup[] {
  const partner: Place[] = [];
  if (viewer.partner) {
    partner.push({ label: 'Customers', to: '/partner/customers', icon: PeopleTeamRegular });
    if (viewer.canManageOffers) partner.push({ label: 'Offers', to: '/partner/offers', icon: MailRegular });
  }
  const customer: Place[] = [];
  if (customerId !== undefined) {
    const base = '/partner/customers/$organizationId';
    const params = { organizationId: customerId };
    customer.push(
      { label: 'Organization', to: base, params, icon: BuildingRegular },
      { label: 'Active users', to: `${base}/users`, params, icon: PeopleRegular },
      { label: 'Deleted users', to: `${base}/users/deleted`, params, icon: PersonDeleteRegular },
      { label: 'Roles', to: `${base}/roles`, params, icon: PersonKeyRegular },
      { label: 'Products', to: `${base}/billing/products`, params, icon: BoxRegular },
      { label: 'Licenses', to: `${base}/billing/licenses`, params, icon: CertificateRegular },
      { label: 'Domains', to: `${base}/domains`, params, icon: GlobeRegular },
    );
  }
  const users: Place[] = [];
  const roles: Place[] = [];
  if (viewer.canReadUsers) {
    users.push(
      { label: 'Active users', to: '/users', icon: PeopleRegular },
      { label: 'Deleted users', to: '/users/deleted', icon: PersonDeleteRegular },
    );
    roles.push({ label: 'Roles', to: '/roles', icon: PersonKeyRegular });
  }
  const billing: Place[] = [];
  if (viewer.canReadSubscriptions) {
    billing.push(
      { label: 'Your products', to: '/billing/products', icon: BoxRegular },
      { label: 'Licenses', to: '/billing/licenses', icon: CertificateRegular },
    );
  }
  const domains: Place[] = [];
  if (viewer.canReadDomains) domains.push({ label: 'Domains', to: '/domains', icon: GlobeRegular });
  const groups: Place[] = [];
  if (viewer.canReadGroups) groups.push({ label: 'Groups', to: '/groups', icon: PeopleListRegular });
  const support: Place[] = [{ label: 'Overview', to: '/support', icon: HeadsetRegular }];
  if (viewer.canReadDelegatedAdmins) {
    support.push(
      { label: 'Manage delegated admins', to: '/support/delegated-admins', icon: PersonSupportRegular },
      { label: 'Find a partner', to: '/partners', icon: PeopleSearchRegular },
    );
  }
  const audit: Place[] = [];
  if (viewer.canReadAuditLog) audit.push({ label: 'Audit log', to: '/audit-log', icon: HistoryRegular });

  return [
    { places: [{ label: 'Home', to: '/' as const, icon: HomeRegular }] },
    { label: 'Partner', places: partner },
    { label: 'This customer', places: customer },
    ...(customerId === undefined
      ? [
          { label: 'Users', places: users },
          { places: groups },
          { places: roles },
          { label: 'Billing', places: billing },
          { places: domains },
        ]
      : [{ label: 'Your own organization', places: [...users, ...groups, ...roles, ...billing, ...domains] }]),
    { label: 'Support', places: support },
    { places: audit },
  ].filter((group) => group.places.length > 0);
}
