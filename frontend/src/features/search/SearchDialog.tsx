import { useMemo } from 'react';
import { customersSource } from './customersSource';
import { delegatedAdminsSource } from './delegatedAdminsSource';
import { domainsSource } from './domainsSource';
import { Finder } from './Finder';
import { groupsSource } from './groupsSource';
import { partnersSource } from './partnersSource';
import { peopleSource } from './peopleSource';
import { type Page, pagesSource } from './source';

interface Props {
  open: boolean;
  /** The pages that the person may open. */
  pages: readonly Page[];
  canReadDelegatedAdmins: boolean;
  canReadGroups: boolean;
  canReadUsers: boolean;
  canReadDomains: boolean;
  isPartner: boolean;
  /** One's own organization. */
  organizationId: string;
  /** The customer on whose behalf the page is. */
  customerId: string | undefined;
  /** `gone`: to what was found. */
  onClose: (gone: boolean) => void;
}

/** Looks for people, domains, partners, customers, groups and pages, and goes to what is chosen. */
export function SearchDialog(props: Props) {
  const { open, pages, canReadDelegatedAdmins, canReadGroups, canReadUsers, canReadDomains } = props;
  const { isPartner, organizationId, customerId, onClose } = props;
  const sources = useMemo(
    () => [
      ...(canReadDelegatedAdmins ? [delegatedAdminsSource] : []),
      ...(isPartner ? [customersSource] : []),
      ...(customerId ? [peopleSource('People of this customer', customerId, 'customer')] : []),
      ...(canReadUsers
        ? [peopleSource(customerId ? 'People of your own organization' : 'People', organizationId, 'own')]
        : []),
      ...(customerId ? [domainsSource('Domains of this customer', customerId, 'customer')] : []),
      ...(canReadDomains
        ? [domainsSource(customerId ? 'Domains of your own organization' : 'Domains', organizationId, 'own')]
        : []),
      ...(canReadGroups ? [groupsSource] : []),
      partnersSource,
      pagesSource(pages),
    ],
    [pages, canReadDelegatedAdmins, canReadGroups, canReadUsers, canReadDomains, isPartner, organizationId, customerId],
  );
  const places = [
    ...(customerId || canReadUsers ? ['people'] : []),
    ...(customerId || canReadDomains ? ['domains'] : []),
    ...(isPartner ? ['customers'] : []),
    ...(canReadGroups ? ['groups'] : []),
    'partners',
    'pages',
  ];
  return (
    <Finder
      open={open}
      label="Search"
      placeholder={`Search ${places.join(', ').replace(/, (?=\w+$)/, ' and ')}`}
      sources={sources}
      onClose={onClose}
    />
  );
}
