import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createMockEnvironment, MockPayloadGenerator } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { renderPage } from '../../testing/render';
import { NewOfferPage } from './NewOfferPage';

// The whole page is asked by role: what is hidden is not looked for, which takes most of the time in jsdom.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 60_000 });

const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const products = [
  { id: 'prd_1', name: 'Business Basic', description: 'Mail.', pricePerSeatMonth: 600, currency: 'USD' },
  { id: 'prd_2', name: 'Business Standard', description: 'More.', pricePerSeatMonth: 1250, currency: 'USD' },
];

async function show(canManageOffers = true) {
  const environment = createMockEnvironment();
  environment.mock.queueOperationResolver((op) =>
    MockPayloadGenerator.generate(op, {
      Query: () => ({ products }),
      Viewer: () => ({
        canManageOffers,
        canManageGroups: true,
        user: { displayName: 'Lidia' },
        groups: {
          edges: [{ node: { id: 'grp_1', name: 'Helpdesk agents', defaultRoles: ['HELPDESK_ADMINISTRATOR'] } }],
        },
      }),
      Partner: () => ({
        name: 'Fabrikam',
        domain: 'fabrikam.example',
        country: 'US',
        createdAt: '2024-06-06T00:00:00Z',
        reportedOffers: 0,
        resembles: [],
        services: [],
      }),
    }),
  );
  const page = await renderPage(<NewOfferPage />, {
    path: '/partner/offers/new',
    route: '/frame/partner/offers/new',
    environment,
  });
  await screen.findByRole('heading', { level: 1 });
  const last = () => environment.mock.getMostRecentOperation().request;
  const input = () => (last().variables as { input: Record<string, unknown> }).input;
  return { ...page, environment, input };
}
const sent = (environment: Awaited<ReturnType<typeof show>>['environment']) =>
  environment.mock.getAllOperations().filter((op) => op.request.node.operation.name === 'useCreateOfferMutation');
const send = () => screen.getByRole('button', { name: 'Send' });
const preview = () => screen.getByRole('region', { name: 'What the customer will see' });

it('sends nothing that can’t be, and says what is wrong at each field', async () => {
  const { user, environment } = await show();
  await user.click(send());
  expect(screen.getByText('Enter the address of the customer.')).toBeTruthy();
  expect(screen.getByText('Ask for at least one role.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText(/^To/));
  fill(/^To/, 'a@contoso.example, b@contoso.example');
  expect(screen.getByText('Write one address, such as admin@contoso.example.')).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'How long' }), 'other');
  fill(/^Days/, '731');
  expect(screen.getByText('Ask for 1 to 730 days.')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Purchase' }));
  fill(/^Seats/, '1.5');
  fill(/^Months/, '37');
  expect(screen.getByText('Offer 1 to 100,000 seats.')).toBeTruthy();
  expect(screen.getByText('Offer 1 to 36 months.')).toBeTruthy();
  await user.click(send());
  expect(sent(environment)).toEqual([]);
});

it('counts the message, and refuses one that is too long', async () => {
  const { user, environment } = await show();
  fill(/^To/, 'admin@contoso.example');
  await user.click(screen.getByRole('button', { name: 'Helpdesk' }));
  await user.click(screen.getByLabelText(/^Message/));
  await user.paste('x'.repeat(2001));
  expect(screen.getByText(/2,001 of 2,000 characters/)).toBeTruthy();
  await user.click(send());
  expect(screen.getByText('1 characters too many.')).toBeTruthy();
  expect(sent(environment)).toEqual([]);
});

it('sends what was filled in, with a template and a single role', async () => {
  const { user, environment, input, router } = await show();
  fill(/^To/, ' admin@contoso.example ');
  await user.click(screen.getByRole('button', { name: 'Helpdesk' }));
  await user.click(screen.getByRole('checkbox', { name: 'Global Reader' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'How long' }), '90');
  fill(/^Message/, 'Hello');
  await user.click(screen.getByRole('radio', { name: 'Trial' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Product' }), 'prd_2');
  await user.click(send());
  expect(input()).toEqual({
    customerEmail: 'admin@contoso.example',
    roles: ['GLOBAL_READER', 'HELPDESK_ADMINISTRATOR', 'DIRECTORY_READER'],
    durationDays: 90,
    message: 'Hello',
    subscription: { kind: 'TRIAL', productId: 'prd_2', seats: 25, termMonths: 1 },
  });
  environment.mock.resolveMostRecentOperation({
    data: { createOffer: { offer: { id: 'ofr_1', customerEmail: 'admin@contoso.example' }, userErrors: [] } },
  } as never);
  await waitFor(() => expect(router.latestLocation.pathname).toBe('/partner/offers'));
  expect(await screen.findByText('The offer to admin@contoso.example is on its way')).toBeTruthy();
});

it('lets the roles be assigned by the groups’ defaults, or as chosen for each group', async () => {
  const { user, environment, input } = await show();
  fill(/^To/, 'admin@contoso.example');
  await user.click(screen.getByRole('button', { name: 'Helpdesk' }));
  expect(screen.getByRole('list', { name: 'Groups that get roles' }).textContent).toBe(
    'Helpdesk agents: Helpdesk Administrator',
  );
  await user.click(screen.getByRole('radio', { name: 'Choose for each group' }));
  const helpdesk = within(screen.getByRole('group', { name: 'Helpdesk agents' }));
  await user.click(helpdesk.getByRole('checkbox', { name: 'Helpdesk Administrator' }));
  await user.click(send());
  expect(screen.getByText('Give at least one group a role: otherwise nobody could act there.')).toBeTruthy();
  expect(sent(environment)).toEqual([]);

  await user.click(helpdesk.getByRole('checkbox', { name: 'Directory Reader' }));
  await user.click(send());
  expect(input().assignments).toEqual([{ groupId: 'grp_1', roles: ['DIRECTORY_READER'] }]);
});

it('shows a refusal at its field and keeps what was typed', async () => {
  const { user, environment } = await show();
  fill(/^To/, 'admin@fabrikam.example');
  await user.click(screen.getByRole('button', { name: 'Read only' }));
  await user.click(send());
  environment.mock.resolveMostRecentOperation({
    data: {
      createOffer: {
        offer: null,
        userErrors: [
          { code: 'INVALID', message: 'That is your own organization.', field: ['input', 'customerEmail'] },
          { code: 'RATE_LIMITED', message: 'Too many today.', field: null },
        ],
      },
    },
  } as never);
  expect(await screen.findByText('That is your own organization.')).toBeTruthy();
  expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toContain(
    'The offer was not sent. Too many today.',
  );
  expect((screen.getByLabelText(/^To/) as HTMLInputElement).value).toBe('admin@fabrikam.example');
});

it('shows the customer’s view of what stands in the form', async () => {
  const { user } = await show();
  expect(preview().textContent).toContain('Choose a role');
  await user.click(screen.getByRole('checkbox', { name: 'License Administrator' }));
  fill(/^Message/, 'We spoke on Monday.');
  expect(preview().textContent).toContain('Fabrikam asks to be a delegated admin of your organization');
  expect(preview().textContent).toContain('assign and remove licenses');
  expect(preview().textContent).toContain('We spoke on Monday.');
  expect(preview().querySelector('[inert]')).not.toBeNull();
});

it('is not for people who may not send offers', async () => {
  await show(false);
  expect(screen.getByText('Offers are for Global Administrators of a partner')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Send' })).toBeNull();
});
