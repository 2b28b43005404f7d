/**
 * The path to go to after signing in, from the page's own address: only a place of this app, anything else is the home
 * page. What stands behind # is not part of it: it may be a secret, and stays behind the # of the address (see signInPath).
 */
export function safeReturnPath(wanted: unknown, origin: string = window.location.origin): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return '/';
  let url: URL;
  try {
    url = new URL(wanted, origin);
  } catch {
    return '/';
  }
  // What the browser makes of it counts: it reads //host, /\host and "/<tab>/host" as another site.
  if (url.origin !== origin || url.pathname.startsWith('//')) return '/';
  if (url.pathname.startsWith('/sign-in')) return '/';
  return url.pathname + url.search;
}

/** The address of the sign-in page that comes back here, with the fragment kept out of what the server sees. */
export function signInPath(here: { pathname: string; search: string; hash: string } = window.location): string {
  const back = safeReturnPath(here.pathname + here.search);
  const hash = here.hash.replace(/^#?/, '');
  return `/sign-in${back === '/' ? '' : `?return=${encodeURIComponent(back)}`}${hash ? `#${hash}` : ''}`;
}
