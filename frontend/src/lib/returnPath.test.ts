import { describe, expect, it } from 'vitest';
import { safeReturnPath, signInPath } from './returnPath';

const origin = 'https://admin.example';

describe('safeReturnPath', () => {
  it.each(['/', '/support/delegated-admins', '/audit-log?result=REFUSED', '/partner/customers/org_1?tab=activity'])(
    'keeps %s',
    (path) => expect(safeReturnPath(path, origin)).toBe(path),
  );

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    '\t//evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/./\\evil.example',
    '/a/..//evil.example',
    '/.//evil.example',
    'evil.example',
    '',
    undefined,
    null,
    7,
    ['/a'],
    '/sign-in?return=/x',
    '/sign-in-link',
  ])('turns %j into the home page', (path) => expect(safeReturnPath(path, origin)).toBe('/'));

  it('leaves out what stands behind #', () => expect(safeReturnPath('/authorize#secret', origin)).toBe('/authorize'));
});

describe('signInPath', () => {
  it('keeps a token behind the #, where no server sees it', () => {
    const path = signInPath({ pathname: '/authorize', search: '', hash: '#s3cret' });
    expect(path).toBe('/sign-in?return=%2Fauthorize#s3cret');
  });
  it('needs nothing for the home page', () => {
    expect(signInPath({ pathname: '/', search: '', hash: '' })).toBe('/sign-in');
  });
});
