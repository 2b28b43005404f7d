import { expect, it } from 'vitest';
import { pagesSource } from './source';

const { find } = pagesSource([
  { label: 'Home', to: '/' },
  { label: 'Manage delegated admins', to: '/support/delegated-admins' },
]);
const found = async (text: string) => (await find(null as never, text)).map(({ label }) => label);

it.each([
  ['', ['Home', 'Manage delegated admins']],
  ['ADMIN', ['Manage delegated admins']],
  ['admins  man', ['Manage delegated admins']],
  ['home admins', []],
])('finds pages by each word of “%s”', async (text, labels) => expect(await found(text)).toEqual(labels));
