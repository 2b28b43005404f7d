import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { bodyOf } from '../graphql/http';
import { justify, workFor } from '../lib/justification';
import { renderPage } from '../testing/render';
import { Reason } from './Reason';

afterEach(() => {
  sessionStorage.clear();
  workFor(undefined);
});

const sent = (operationKind: 'mutation' | 'query') =>
  JSON.parse(bodyOf({ id: 'x', operationKind } as Parameters<typeof bodyOf>[0], {})).extensions;

it('asks once, keeps the reason, and sends it with changes made for this customer', async () => {
  const { user } = await renderPage(<Reason organizationId="org_1" name="Contoso" />);
  workFor('org_1');
  expect(sent('mutation')).toBeUndefined();
  await user.type(screen.getByRole('textbox', { name: 'Contoso asks why you work here' }), ' Ticket 4711 {Enter}');
  expect(screen.getByText('Ticket 4711')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(sent('mutation')).toEqual({ justification: 'Ticket 4711' });
  expect(sent('query')).toBeUndefined();
  workFor('org_2');
  expect(sent('mutation')).toBeUndefined();
});

it('shows a reason that was given before, and takes another', async () => {
  justify('org_1', 'Ticket 1');
  const { user } = await renderPage(<Reason organizationId="org_1" name="Contoso" />);
  await user.click(screen.getByRole('button', { name: 'Change reason' }));
  await user.clear(screen.getByRole('textbox'));
  await user.type(screen.getByRole('textbox'), 'Ticket 2{Enter}');
  expect(screen.getByText('Ticket 2')).toBeTruthy();
});
