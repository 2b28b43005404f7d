import { expect, it } from 'vitest';
import { type NavigationRights, navigationFor, pathOf } from './navigation';

const nobody: NavigationRights = {
  partner: null,
  canManageOffers: false,
  canReadUsers: false,
  canReadDomains: false,
  canReadSubscriptions: false,
  canReadGroups: false,
  canReadDelegatedAdmins: false,
  canReadAuditLog: false,
};
const labels = (viewer: NavigationRights) =>
  navigationFor(viewer).map((group) => [group.label, ...group.places.map((place) => place.label)]);

it('shows a person without roles only what everybody may open', () => {
  expect(labels(nobody)).toEqual([
    [undefined, 'Home'],
    ['Support', 'Overview'],
  ]);
});

it('shows an administrator of a customer the delegated admins, where to find a partner, and the audit log', () => {
  expect(labels({ ...nobody, canReadDelegatedAdmins: true, canReadAuditLog: true })).toEqual([
    [undefined, 'Home'],
    ['Support', 'Overview', 'Manage delegated admins', 'Find a partner'],
    [undefined, 'Audit log'],
  ]);
});

it('shows a technician of a partner the customers, but not the offers', () => {
  expect(labels({ ...nobody, partner: {} })).toEqual([
    [undefined, 'Home'],
    ['Partner', 'Customers'],
    ['Support', 'Overview'],
  ]);
});

it('shows an administrator of a partner the offers as well, above everything else but Home', () => {
  expect(labels({ ...nobody, partner: {}, canManageOffers: true })[1]).toEqual(['Partner', 'Customers', 'Offers']);
});

it('shows those who may read the groups of a partner where they are, above Support', () => {
  expect(labels({ ...nobody, partner: {}, canReadGroups: true })).toEqual([
    [undefined, 'Home'],
    ['Partner', 'Customers'],
    [undefined, 'Groups'],
    ['Support', 'Overview'],
  ]);
});

it('never shows the offers where there is no partner', () => {
  expect(labels({ ...nobody, canManageOffers: true }).flat()).not.toContain('Offers');
});

it('shows who may read users those of their own organization, after what is the partner’s', () => {
  const groups = labels({ ...nobody, partner: {}, canReadUsers: true });
  expect(groups[1]?.[0]).toBe('Partner');
  expect(groups[2]).toEqual(['Users', 'Active users', 'Deleted users']);
});

it('shows who may read them the roles, what was bought and the domains, in the order of the admin center', () => {
  const all = { ...nobody, partner: {}, canReadUsers: true, canReadGroups: true, canReadSubscriptions: true };
  expect(labels({ ...all, canReadDomains: true }).slice(2, -1)).toEqual([
    ['Users', 'Active users', 'Deleted users'],
    [undefined, 'Groups'],
    [undefined, 'Roles'],
    ['Billing', 'Your products', 'Licenses'],
    [undefined, 'Domains'],
  ]);
});

it('shows on behalf the places of the customer, apart from one’s own', () => {
  const groups = navigationFor({ ...nobody, partner: {}, canReadUsers: true }, 'org_1');
  const customer = groups.find(({ label }) => label === 'This customer');
  expect(customer?.places.map(pathOf)).toEqual([
    '/partner/customers/org_1',
    '/partner/customers/org_1/users',
    '/partner/customers/org_1/users/deleted',
    '/partner/customers/org_1/roles',
    '/partner/customers/org_1/billing/products',
    '/partner/customers/org_1/billing/licenses',
    '/partner/customers/org_1/domains',
  ]);
  expect(groups.find(({ label }) => label === 'Your own organization')?.places.map(pathOf)).toEqual([
    '/users',
    '/users/deleted',
    '/roles',
  ]);
});
