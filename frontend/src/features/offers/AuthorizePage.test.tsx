import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createMockEnvironment, type MockEnvironment, MockPayloadGenerator } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { ApiError } from '../../graphql/errors';
import { renderPage } from '../../testing/render';
import { AuthorizePage } from './AuthorizePage';

// The whole page is asked by role: what is hidden is not looked for, which takes most of the time in jsdom.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 60_000 });

const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const token = 'A'.repeat(43);
const roles = ['USER_ADMINISTRATOR', 'LICENSE_ADMINISTRATOR', 'GLOBAL_ADMINISTRATOR'];
const product = {
  id: 'prd_1',
  name: 'Business Standard',
  description: 'The office programs.',
  pricePerSeatMonth: 1250,
  currency: 'USD',
};
const trial = { kind: 'TRIAL', seats: 25, termMonths: 1, product };
const purchase = { kind: 'PURCHASE', seats: 10, termMonths: 12, product };

const pending = {
  id: 'ofr_1',
  status: 'PENDING',
  customerEmail: 'admin@contoso.example',
  customer: { id: 'org_1', displayName: 'Contoso' },
  partner: {
    id: 'ptn_1',
    name: 'Fabrikam',
    domain: 'fabrikam.example',
    website: 'https://fabrikam.example/',
    contactEmail: 'partners@fabrikam.example',
    description: 'We look after things.',
    country: 'US',
    createdAt: '2024-06-06T00:00:00Z',
    reportedOffers: 0,
    resembles: [],
    services: [],
  },
  requestedRoles: roles,
  durationDays: 365,
  message: 'Hello!',
  sentBy: 'Lidia',
  terms: { text: 'Be kind.', sha256: 'f00d' },
  subscription: null,
  replaces: null,
  expiresAt: '2099-01-01T00:00:00Z',
  answeredAt: null,
  delegationEndedAt: null,
  declineReason: null,
  delegation: null,
  viewerCanAccept: true,
  viewerCanDecline: true,
  viewerCanManage: false,
  canCreateOrganization: false,
  acceptHint: null,
};
const signedIn = {
  canReadDelegatedAdmins: true,
  user: { id: 'usr_1', displayName: 'Ada', userName: 'admin@contoso.example' },
  organization: { id: 'org_1', displayName: 'Contoso' },
};
const stranger = {
  customer: null,
  customerEmail: 'a…@contoso.example',
  viewerCanAccept: false,
  viewerCanDecline: false,
};

interface Given {
  offer?: object | null;
  viewer?: object | null;
}

async function show({ offer = {}, viewer = signedIn }: Given = {}) {
  const environment = createMockEnvironment();
  const answer = {
    Query: () => ({
      offer: offer && { ...pending, ...offer },
      viewer,
      installation: { initialDomain: 'delegated-admin.example' },
    }),
  };
  environment.mock.queueOperationResolver((op) => MockPayloadGenerator.generate(op, answer));
  const page = await renderPage(<AuthorizePage />, {
    path: `/authorize#${token}`,
    route: '/plain/authorize',
    environment,
  });
  await screen.findByRole('heading', { level: 1 });
  const last = () => environment.mock.getMostRecentOperation().request;
  const input = () => (last().variables as { input: Record<string, unknown> }).input;
  const refuse = (mutation: string, code: string, message: string, field: string[] | null = null) =>
    environment.mock.resolveMostRecentOperation({
      data: {
        [mutation]: {
          offer: null,
          delegation: null,
          subscription: null,
          viewer: null,
          userErrors: [{ code, message, field }],
        },
      },
    } as never);
  return { ...page, environment, last, input, refuse };
}

/** What is asked of the server that may change something. */
const sent = (environment: MockEnvironment) =>
  environment.mock.getAllOperations().filter(({ request }) => request.node.params.operationKind === 'mutation');
const next = () => screen.getByRole('button', { name: 'Next' });
const yes = () => screen.getByRole('radio', { name: 'Yes' });
const no = () => screen.getByRole('radio', { name: 'No' });
const receipt = {
  id: 'rcp_1',
  action: 'delegation.accept',
  at: '2026-11-23T00:00:00Z',
  body: '{}',
  signature: 's',
  publicKey: 'k',
};
const delegation = {
  id: 'dlg_1',
  roles: ['USER_ADMINISTRATOR'],
  expiresAt: '2027-02-21T12:00:00Z',
  receipts: [receipt],
};

it('asks with the name, the domain, the message, the terms and their fingerprint', async () => {
  await show();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'Fabrikam asks to be a delegated admin of Contoso',
  );
  expect(screen.getByText('Verified domain')).toBeTruthy();
  expect(screen.getByText('Lidia of Fabrikam writes, in their own words:')).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Terms of Fabrikam' }).textContent).toContain('Be kind.');
  expect(screen.getByText('f00d')).toBeTruthy();
  expect(screen.getAllByText('High risk')).toHaveLength(1);
});

it('warns of a partner that has proved no domain', async () => {
  await show({ offer: { partner: { ...pending.partner, domain: null } } });
  expect(screen.queryByText('Verified domain')).toBeNull();
  expect(screen.getByText(/has not proved that it owns a domain/)).toBeTruthy();
});

it('tells how many of its offers were reported, and whose name it resembles', async () => {
  const { unmount } = await show();
  expect(screen.getByText('none in the last twelve months')).toBeTruthy();
  expect(screen.queryByText(/can be taken for/)).toBeNull();
  unmount();
  await show({ offer: { partner: { ...pending.partner, reportedOffers: 3, resembles: ['Fabrlkam', 'Fabrikarn'] } } });
  expect(screen.getByText('3 in the last twelve months')).toBeTruthy();
  expect(screen.getByText(/there are also “Fabrlkam”, “Fabrikarn”/)).toBeTruthy();
});

it.each(['PENDING', 'WITHDRAWN'])('reports an offer that is %s, signed out, with a reason', async (status) => {
  const { user, environment, input } = await show({ viewer: null, offer: { ...stranger, status } });
  await user.click(screen.getByRole('button', { name: 'Report this offer' }));
  await screen.findByRole('alertdialog');
  fill(/Reason/, ' Never heard of them. ');
  await user.click(screen.getByRole('button', { name: 'Report' }));
  expect(input()).toEqual({ token, reason: 'Never heard of them.' });
  environment.mock.resolveMostRecentOperation({
    data: {
      reportOffer: {
        offer: { id: 'ofr_1', partner: { id: 'ptn_1', reportedOffers: 1 } },
        userErrors: [],
      },
    },
  } as never);
  const told = await screen.findByText('You reported this offer. Fabrikam does not learn who did.');
  await waitFor(() => expect(document.activeElement).toBe(told));
  expect(screen.queryByRole('button', { name: 'Report this offer' })).toBeNull();
  if (status === 'PENDING') expect(screen.getByText('1 in the last twelve months')).toBeTruthy();
});

it('preselects neither Yes nor No, and does not go on without an answer', async () => {
  const { user, environment } = await show();
  expect((yes() as HTMLInputElement).checked).toBe(false);
  expect((no() as HTMLInputElement).checked).toBe(false);
  await user.click(next());
  expect(screen.getByText('Choose Yes or No.')).toBeTruthy();
  expect(sent(environment)).toEqual([]);
});

it('sends back the terms’ fingerprint, the roles that are left and the shorter time; then says what happened', async () => {
  const { user, environment, input } = await show();
  await user.click(screen.getByRole('checkbox', { name: 'Global Administrator' }));
  await user.click(screen.getByRole('checkbox', { name: 'License Administrator' }));
  await user.click(screen.getByRole('radio', { name: '90 days' }));
  await user.click(yes());
  await user.click(next());
  expect(input()).toEqual({
    token,
    delegatedAdministration: true,
    termsSha256: 'f00d',
    roles: ['USER_ADMINISTRATOR'],
    durationDays: 90,
  });
  environment.mock.resolveMostRecentOperation({
    data: { acceptOffer: { delegation, subscription: null, viewer: signedIn, userErrors: [] } },
  } as never);
  const title = await screen.findByRole('heading', { level: 1, name: 'Fabrikam is now a delegated admin of Contoso' });
  await waitFor(() => expect(document.activeElement).toBe(title));
  expect(screen.getByText(/as User Administrator until/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Manage delegated admins' }).getAttribute('href')).toContain('dlg_1');
  expect(screen.getByRole('button', { name: 'Download the receipt' })).toBeTruthy();
});

it('does not grant without a role', async () => {
  const { user, environment } = await show();
  for (const box of screen.getAllByRole('checkbox')) await user.click(box);
  await user.click(yes());
  await user.click(next());
  expect(screen.getByText('Keep at least one role above, or choose No.')).toBeTruthy();
  expect(sent(environment)).toEqual([]);
});

it('says beforehand what accepting replaces', async () => {
  await show({ offer: { replaces: { id: 'dlg_0', expiresAt: '2027-01-01T12:00:00Z', roles: ['GLOBAL_READER'] } } });
  expect(screen.getByText(/Yes replaces that delegation \(Global Reader, until January 1, 2027\)/)).toBeTruthy();
});

it('declines after a question, with a reason', async () => {
  const { user, environment, input } = await show();
  await user.click(no());
  await user.click(next());
  const heading = screen.getByRole('heading', { name: 'Decline the offer of Fabrikam?' });
  expect(document.activeElement).toBe(heading);
  fill(/Reason/, 'Not now');
  expect(screen.getByText(/7 of 500 characters/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Decline' }));
  expect(input()).toEqual({ token, reason: 'Not now' });
  environment.mock.resolveMostRecentOperation({
    data: { declineOffer: { offer: { id: 'ofr_1' }, userErrors: [] } },
  } as never);
  expect(await screen.findByRole('heading', { name: 'You declined the offer of Fabrikam' })).toBeTruthy();
});

it('takes a trial with a No', async () => {
  const { user, environment, input } = await show({ offer: { subscription: trial } });
  await user.click(no());
  await user.click(next());
  expect(screen.getByRole('heading', { name: 'Start the trial for Contoso' })).toBeTruthy();
  expect(screen.getByText('Free of charge')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Start the trial' }));
  expect(input()).toEqual({ token, delegatedAdministration: false, termsSha256: 'f00d' });
  environment.mock.resolveMostRecentOperation({
    data: {
      acceptOffer: {
        delegation: null,
        subscription: { id: 'sub_1', kind: 'TRIAL', seats: 25, endsAt: '2026-12-23T12:00:00Z', product },
        viewer: signedIn,
        userErrors: [],
      },
    },
  } as never);
  expect(
    await screen.findByRole('heading', { name: /trial has begun, without delegated administration/ }),
  ).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Download the receipt' })).toBeNull();
});

it('says the price of a purchase before it is bought', async () => {
  const { user } = await show({ offer: { subscription: purchase } });
  await user.click(yes());
  await user.click(next());
  expect(screen.getByText('$12.50 per seat and month, $1,500.00 for 12 months in total')).toBeTruthy();
});

it('creates an organization for an addressee who has none', async () => {
  const { user, environment, environments, input, refuse } = await show({
    viewer: null,
    offer: { ...stranger, subscription: trial, canCreateOrganization: true, acceptHint: 'You can create one.' },
  });
  await user.click(yes());
  await user.click(next());
  await user.click(screen.getByRole('button', { name: 'Create and start the trial' }));
  expect(screen.getByText('Enter the name of your organization.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText(/Name of the organization/));

  fill(/Name of the organization/, 'Adventure Works');
  expect((screen.getByLabelText(/First part of its domain/) as HTMLInputElement).value).toBe('adventure-works');
  fill(/Your name/, 'Mo');
  fill(/^Password/, 'seven blue lamps 42');
  await user.click(screen.getByRole('button', { name: 'Create and start the trial' }));
  const newOrganization = {
    displayName: 'Adventure Works',
    domainLabel: 'adventure-works',
    administratorDisplayName: 'Mo',
    administratorUserName: 'admin',
    password: 'seven blue lamps 42',
  };
  expect(input()).toEqual({
    token,
    delegatedAdministration: true,
    termsSha256: 'f00d',
    roles,
    durationDays: 365,
    newOrganization,
  });

  // Taken: the message stands at the field, and nothing typed is lost.
  refuse('acceptOffer', 'CONFLICT', 'That is taken.', ['input', 'newOrganization', 'domainLabel']);
  await screen.findByText('That is taken.');
  expect((screen.getByLabelText(/^Password/) as HTMLInputElement).value).toBe('seven blue lamps 42');
  fill(/First part of its domain/, 'adventure');
  await user.click(screen.getByRole('button', { name: 'Create and start the trial' }));
  expect(input().newOrganization).toEqual({ ...newOrganization, domainLabel: 'adventure' });
  environment.mock.resolveMostRecentOperation({
    data: {
      acceptOffer: {
        delegation,
        subscription: { id: 'sub_1', kind: 'TRIAL', seats: 25, endsAt: '2026-12-23T12:00:00Z', product },
        viewer: {
          user: { id: 'usr_2', userName: 'admin@adventure.delegated-admin.example' },
          organization: { id: 'org_2', displayName: 'Adventure Works' },
        },
        userErrors: [],
      },
    },
  } as never);
  expect(await screen.findByText('admin@adventure.delegated-admin.example')).toBeTruthy();
  expect(environments).toHaveLength(2); // a session began: everything is read anew
});

it('signed out, Next leads to the sign-in page with the token behind #, and what was chosen is kept', async () => {
  const { user, router, unmount } = await show({
    viewer: null,
    offer: { ...stranger, acceptHint: 'Sign in as its administrator.' },
  });
  expect(screen.getByText(/Sign in as its administrator\./)).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: 'Global Administrator' }));
  await user.click(yes());
  await user.click(next());
  await waitFor(() => expect(router.latestLocation.pathname).toBe('/sign-in'));
  expect(router.latestLocation.search).toEqual({ return: '/authorize' });
  expect(router.latestLocation.hash).toBe(token);
  unmount();

  await show();
  expect((screen.getByRole('checkbox', { name: 'Global Administrator' }) as HTMLInputElement).checked).toBe(false);
  expect((yes() as HTMLInputElement).checked).toBe(true);
});

it('tells who can accept when the person may not, and keeps the token out of the mail’s address', async () => {
  const hint = 'Only a Global Administrator of Contoso can accept this offer: Ada.';
  const { user } = await show({ offer: { viewerCanAccept: false, acceptHint: hint } });
  expect(screen.getByText(new RegExp(hint))).toBeTruthy();
  expect(screen.queryByRole('radio', { name: 'Yes' })).toBeNull();
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  const mail = screen.getByRole('link', { name: 'Send to your administrator' }).getAttribute('href') ?? '';
  expect(mail.startsWith('mailto:')).toBe(true);
  expect(mail).not.toContain(token);
  await user.click(screen.getByRole('button', { name: 'Copy the link' }));
  expect(await screen.findByText('The link is copied.')).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(`${window.location.origin}/authorize#${token}`);
  await user.click(screen.getByRole('button', { name: 'Decline the offer' }));
  expect(screen.getByRole('heading', { name: 'Decline the offer of Fabrikam?' })).toBeTruthy();
});

it('offers another account to somebody of another organization, and no way to send it on', async () => {
  const { user, last, environments } = await show({
    offer: { ...stranger, acceptHint: 'It does not belong to Wingtip.' },
  });
  expect(screen.queryByRole('link', { name: 'Send to your administrator' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Use another account' }));
  expect(last().node.operation.name).toBe('useSignOutMutation');
  environments[0]?.mock.resolveMostRecentOperation({ data: { signOut: { userErrors: [] } } } as never);
  await waitFor(() => expect(environments).toHaveLength(2));
});

it('shows changed terms again and asks anew', async () => {
  const { user, environment, refuse } = await show();
  await user.click(yes());
  await user.click(next());
  refuse('acceptOffer', 'TERMS_CHANGED', 'Not these.', ['input', 'termsSha256']);
  await screen.findByText('The terms are not the ones that were shown.');
  await waitFor(() =>
    expect(environment.mock.getMostRecentOperation().request.node.operation.name).toBe('AuthorizePageQuery'),
  );
  environment.mock.resolveMostRecentOperation((op) =>
    MockPayloadGenerator.generate(op, {
      Query: () => ({
        offer: { ...pending, terms: { text: 'Be very kind.', sha256: 'beef' } },
        viewer: signedIn,
        installation: { initialDomain: 'x.example' },
      }),
    }),
  );
  await screen.findByText('Be very kind.');
  expect((yes() as HTMLInputElement).checked).toBe(false);
  await user.click(yes());
  await user.click(next());
  const variables = environment.mock.getMostRecentOperation().request.variables as { input: { termsSha256: string } };
  expect(variables.input.termsSha256).toBe('beef');
});

it('keeps what was chosen when the server fails', async () => {
  const { user, environment } = await show();
  await user.click(screen.getByRole('checkbox', { name: 'Global Administrator' }));
  await user.click(yes());
  await user.click(next());
  environment.mock.rejectMostRecentOperation(new ApiError('NETWORK', 'gone'));
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText(/Nothing was accepted/)).toBeTruthy();
  expect((yes() as HTMLInputElement).checked).toBe(true);
  expect((screen.getByRole('checkbox', { name: 'Global Administrator' }) as HTMLInputElement).checked).toBe(false);
});

it.each([
  ['ACCEPTED', {}, 'This offer was accepted before'],
  ['ACCEPTED', { delegationEndedAt: '2026-11-20T12:00:00Z' }, 'This offer was accepted before'],
  ['DECLINED', { declineReason: 'No budget' }, 'This offer was declined'],
  ['WITHDRAWN', {}, 'The partner took this offer back'],
  ['EXPIRED', {}, 'This offer has lapsed'],
])('an offer that is %s can only be read about (%#)', async (status, more, title) => {
  await show({ viewer: null, offer: { ...stranger, status, answeredAt: '2026-11-01T12:00:00Z', ...more } });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title);
  expect(screen.queryByRole('radio')).toBeNull();
  if ('declineReason' in more) expect(screen.getByText(/No budget/)).toBeTruthy();
});

it('says so when the link leads to no offer', async () => {
  await show({ offer: null, viewer: null });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This link leads to no offer');
});

it('asks the server nothing without a token', async () => {
  const { environment } = await renderPage(<AuthorizePage />, { path: '/authorize', route: '/plain/authorize' });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This link leads to no offer');
  expect(environment.mock.getAllOperations()).toEqual([]);
});

it('tells that it could not be read, and tries again', async () => {
  const environment = createMockEnvironment();
  const { user } = await renderPage(<AuthorizePage />, {
    path: `/authorize#${token}`,
    route: '/plain/authorize',
    environment,
  });
  await waitFor(() => environment.mock.rejectMostRecentOperation(new ApiError('NETWORK', 'gone')));
  await user.click(await screen.findByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(environment.mock.getAllOperations()).toHaveLength(1));
});
