import { screen, waitFor } from '@testing-library/react';
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { createEnvironment, renderPage } from '../../testing/render';
import { PersonField } from './PersonField';

const person = (id: string, displayName: string) => ({ node: { id, displayName, userName: `${id}@contoso.example` } });

async function show(chosen?: string) {
  const environment = createEnvironment();
  const onChoose = vi.fn();
  const shown = await renderPage(<PersonField person={chosen} name={chosen && 'Megan Bowen'} onChoose={onChoose} />, {
    environment,
  });
  const combobox = () => screen.getByRole('combobox', { name: 'Person' });
  /** Clicks what looks like the picker, which the picker then takes the place of. */
  const begin = async () => {
    await shown.user.click(combobox());
    await waitFor(() => expect(combobox().getAttribute('aria-expanded')).toBe('true'));
    expect(document.activeElement).toBe(combobox());
    return combobox();
  };
  const asked = (text: string) =>
    waitFor(() => environment.mock.findOperation(({ request }) => request.variables.text === text));
  const answer = async (text: string, users: object[], partnerActors: object[]) => {
    const operation = await asked(text);
    act(() =>
      environment.mock.resolve(operation, {
        data: { viewer: { organization: { id: 'org_1', users: { edges: users }, partnerActors } } } as never,
      }),
    );
  };
  return { ...shown, environment, combobox, begin, onChoose, asked, answer };
}

it('finds one’s own people and partners’ people who acted, by keyboard, and says when nobody fits', async () => {
  const { user, begin, onChoose, answer } = await show();
  const field = await begin();
  await screen.findByText('Searching …');
  await answer('', [person('usr_1', 'Megan Bowen')], []);
  await screen.findByRole('option', { name: /Megan Bowen/ });
  await user.type(field, 'zz');
  await answer('zz', [], []);
  await screen.findByText('Nobody fits');
  await user.clear(field);
  await user.type(field, 'jo');
  await answer(
    'jo',
    [],
    [
      {
        actorId: 'usr_9',
        displayName: 'Joni Sherman',
        userName: 'tech@fabrikam.example',
        organizationName: 'Fabrikam',
      },
    ],
  );
  const option = await screen.findByRole('option', { name: /Joni Sherman/ });
  expect(option.closest('[role=group]')?.textContent).toContain('tech@fabrikam.example, Fabrikam');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(onChoose).toHaveBeenLastCalledWith('usr_9');
});

it('says that the search failed, and tries again', async () => {
  const { user, environment, begin, asked, answer } = await show();
  await begin();
  const operation = await asked('');
  act(() => environment.mock.reject(operation, new Error('no network')));
  await user.click(await screen.findByRole('button', { name: 'Retry' }));
  await answer('', [person('usr_1', 'Megan Bowen')], []);
  await screen.findByRole('option', { name: /Megan Bowen/ });
});

it('shows who is chosen, and everybody again once the field is emptied', async () => {
  const { user, combobox, begin, onChoose } = await show('usr_1');
  expect((combobox() as HTMLInputElement).value).toBe('Megan Bowen');
  const field = await begin();
  expect((field as HTMLInputElement).value).toBe('Megan Bowen');
  await user.clear(field);
  await user.tab();
  expect(onChoose).toHaveBeenLastCalledWith(undefined);
});
