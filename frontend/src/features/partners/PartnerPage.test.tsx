import { configure, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { createEnvironment, renderPage } from '../../testing/render';
import { PartnerPage } from './PartnerPage';

// What is hidden is looked for too: to tell them apart takes most of the time in jsdom.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const partner = {
  __typename: 'Partner',
  id: 'ptn_1',
  name: 'Fabrikam',
  domain: 'fabrikam.example',
  website: 'https://fabrikam.example',
  contactEmail: 'partners@fabrikam.example',
  description: 'We help.',
  country: 'US',
  createdAt: '2024-06-01T10:00:00Z',
  reportedOffers: 0,
  resembles: [],
  services: ['USER_SUPPORT', 'TRAINING'],
  listed: true,
  viewerCanUpdate: false,
  viewerCanAsk: true,
  viewerInquiry: null,
  terms: { text: 'We are careful.', sha256: 'ab' },
};

async function open(more: object = {}) {
  const environment = createEnvironment();
  environment.mock.queueOperationResolver(() => ({ data: { node: { ...partner, ...more } } }));
  const view = await renderPage(<PartnerPage />, {
    path: '/partners/ptn_1',
    route: '/frame/partners/$partnerId',
    environment,
  });
  await screen.findByRole('heading', { name: 'Fabrikam' });
  return view;
}

it('asks for an offer in the customer’s own words, and shows what it waits for', async () => {
  const { environment, user } = await open();
  expect(screen.getByText('Help desk for users, Training')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ask for an offer' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Ask' }));
  expect(await within(dialog).findByText('Write what you need.')).toBeTruthy();
  await user.type(within(dialog).getByRole('textbox'), 'Passwords, please.');
  await user.click(within(dialog).getByRole('checkbox', { name: 'Helpdesk Administrator' }));
  await user.click(within(dialog).getByRole('button', { name: 'Ask' }));
  const operation = environment.mock.getMostRecentOperation();
  expect(operation.request.variables).toEqual({
    input: { partnerId: 'ptn_1', message: 'Passwords, please.', roles: ['HELPDESK_ADMINISTRATOR'] },
  });
  const inquiry = {
    id: 'inq_1',
    askedBy: 'Megan Bowen',
    message: 'Passwords, please.',
    roles: ['HELPDESK_ADMINISTRATOR'],
    replyTo: 'admin@contoso.example',
    createdAt: new Date().toISOString(),
  };
  act(() =>
    environment.mock.resolve(operation, {
      data: {
        askForOffer: { partner: { ...partner, viewerCanAsk: false, viewerInquiry: inquiry }, userErrors: [] },
      },
    }),
  );
  expect(await screen.findByText('You wait for an offer.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Ask for an offer' })).toBeNull());
});

it('lets the partner’s administrator edit what everybody sees, and shows the field at fault', async () => {
  const { environment, user } = await open({ viewerCanAsk: false, viewerCanUpdate: true, listed: false });
  expect(screen.getByText(/You are not in the directory of partners/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Edit profile' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('switch', { name: 'In the directory of partners' }));
  await user.click(within(dialog).getByRole('checkbox', { name: 'Training' }));
  await user.clear(within(dialog).getByRole('textbox', { name: 'Website' }));
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  const operation = environment.mock.getMostRecentOperation();
  expect(operation.request.variables.input).toMatchObject({ listed: true, services: ['USER_SUPPORT'], website: '' });
  const fault = { code: 'INVALID', message: 'Say where customers reach you.', field: ['input', 'contactEmail'] };
  act(() =>
    environment.mock.resolve(operation, { data: { updatePartnerProfile: { partner: null, userErrors: [fault] } } }),
  );
  expect(await within(dialog).findByText('Say where customers reach you.')).toBeTruthy();
});

it('says so when there is no such partner', async () => {
  const environment = createEnvironment();
  environment.mock.queueOperationResolver(() => ({ data: { node: null } }));
  await renderPage(<PartnerPage />, {
    path: '/partners/ptn_1',
    route: '/frame/partners/$partnerId',
    environment,
  });
  expect(await screen.findByText('There is no such partner')).toBeTruthy();
});
