import { useMemo } from 'react';
import { customersSource } from './customersSource';
import { delegatedAdminsSource } from './delegatedAdminsSource';
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
  isPartner: boolean;
  /** One's own organization, for those who may read its users. */
  organizationId: string | undefined;
  /** The customer on whose behalf the page is. */
  customerId: string | undefined;
  /** `gone`: to what was found. */
  onClose: (gone: boolean) => void;
}

/** Looks for people, partners, customers, groups and pages, and goes to what is chosen. */
export function SearchDialog(props: Props) {
  const { open, pages, canReadDelegatedAdmins, canReadGroups, isPartner, organizationId, customerId, onClose } = props;
  const sources = useMemo(
    () => [
      ...(canReadDelegatedAdmins ? [delegatedAdminsSource] : []),
      ...(isPartner ? [customersSource] : []),
      ...(customerId ? [peopleSource('People of this customer', customerId, 'customer')] : []),
      ...(organizationId
        ? [peopleSource(customerId ? 'People of your own organization' : 'People', organizationId, 'own')]
        : []),
      ...(canReadGroups ? [groupsSource] : []),
      partnersSource,
      pagesSource(pages),
    ],
    [pages, canReadDelegatedAdmins, canReadGroups, isPartner, organizationId, customerId],
  );
  const places = [
    ...(customerId || organizationId ? ['people'] : []),
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
