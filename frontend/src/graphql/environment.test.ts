import { fetchQuery, graphql, requestSubscription } from 'relay-runtime';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { environmentTestQuery } from '../__generated__/environmentTestQuery.graphql';
import type { environmentTestSubscription } from '../__generated__/environmentTestSubscription.graphql';
import { createEnvironment } from './environment';
import { ApiError } from './errors';
import { connection } from './live';

const query = graphql`
  query environmentTestQuery {
    installation {
      demo
    }
  }
`;
const subscription = graphql`
  subscription environmentTestSubscription {
    delegatedAdminsChanged {
      kind
      delegationId
    }
  }
`;

const fetch = vi.fn<typeof globalThis.fetch>();
beforeEach(() => vi.stubGlobal('fetch', fetch));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/graphql-response+json' } });
const ask = (onSignedOut: () => void = () => undefined) =>
  fetchQuery<environmentTestQuery>(createEnvironment(onSignedOut), query, {}).toPromise();

it('sends the fingerprint of a document, never its text', async () => {
  fetch.mockResolvedValue(json({ data: { installation: { demo: true } } }));
  await expect(ask()).resolves.toEqual({ installation: { demo: true } });
  const [url, init] = fetch.mock.calls[0] ?? [];
  expect(url).toBe('/graphql');
  expect(init?.method).toBe('POST');
  expect(init?.headers).toMatchObject({ Accept: 'application/graphql-response+json, application/json' });
  const body = JSON.parse(String(init?.body));
  expect(body.documentId).toMatch(/^[0-9a-f]{64}$/);
  expect(Object.keys(body).sort()).toEqual(['documentId', 'variables']);
});

it('turns top-level errors into one error with the code', async () => {
  fetch.mockResolvedValue(json({ data: null, errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] }));
  await expect(ask()).rejects.toMatchObject({ name: 'ApiError', code: 'FORBIDDEN', message: 'no' });
});

it('does not take an answer with errors for a whole one', async () => {
  const data = { installation: { demo: true } };
  fetch.mockResolvedValue(json({ data, errors: [{ message: 'x', extensions: { code: 'INTERNAL' } }] }));
  await expect(ask()).rejects.toBeInstanceOf(ApiError);
});

it('tells when nobody is signed in', async () => {
  const onSignedOut = vi.fn();
  fetch.mockResolvedValue(json({ errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] }, 401));
  await expect(ask(onSignedOut)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(onSignedOut).toHaveBeenCalledOnce();
});

it('tells a broken connection and a page that is no answer apart', async () => {
  fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await expect(ask()).rejects.toMatchObject({ code: 'NETWORK' });
  fetch.mockResolvedValueOnce(new Response('<html>Bad gateway</html>', { status: 502 }));
  await expect(ask()).rejects.toMatchObject({ code: 'INTERNAL' });
});

/** A stream of server-sent events that the test writes to. */
function stream() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start: (c) => {
      controller = c;
    },
  });
  return {
    response: new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }),
    write: (text: string) => controller.enqueue(new TextEncoder().encode(text)),
    close: () => controller.close(),
  };
}
const event = (id: string) =>
  `event: next\ndata: ${JSON.stringify({ data: { delegatedAdminsChanged: { kind: 'ENDED', delegationId: id } } })}\n\n`;

function listen(onSignedOut: () => void = () => undefined) {
  const seen: string[] = [];
  const errors: Error[] = [];
  const { dispose } = requestSubscription<environmentTestSubscription>(createEnvironment(onSignedOut), {
    subscription,
    variables: {},
    onNext: (message) => void seen.push(message?.delegatedAdminsChanged.delegationId ?? ''),
    onError: (error) => void errors.push(error),
  });
  return { seen, errors, dispose };
}

it('reads a stream in whatever pieces it comes', async () => {
  const { response, write } = stream();
  fetch.mockResolvedValue(response);
  const { seen, dispose } = listen();
  const text = `${event('dlg_1')}:\n\n${event('dlg_2').replaceAll('\n', '\r\n')}`;
  write(text.slice(0, 17));
  write(text.slice(17, 60));
  write(text.slice(60));
  await vi.waitFor(() => expect(seen).toEqual(['dlg_1', 'dlg_2']));
  expect(fetch.mock.calls[0]?.[1]?.headers).toMatchObject({ Accept: 'text/event-stream' });
  dispose();
});

it('connects again after the stream broke, and tells that something may have been missed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const reconnected = vi.fn();
  connection.addEventListener('reconnected', reconnected);
  const [first, second] = [stream(), stream()];
  fetch.mockResolvedValueOnce(first.response);
  fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  fetch.mockResolvedValueOnce(second.response);
  const { seen, errors, dispose } = listen();
  await vi.advanceTimersByTimeAsync(0);
  first.close();
  await vi.advanceTimersByTimeAsync(1_300);
  expect(fetch).toHaveBeenCalledTimes(2);
  expect(reconnected).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_600); // waits longer after each failure
  expect(fetch).toHaveBeenCalledTimes(3);
  expect(reconnected).toHaveBeenCalledOnce();
  second.write(event('dlg_3'));
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual(['dlg_3']);
  expect(errors).toEqual([]);
  dispose();
  connection.removeEventListener('reconnected', reconnected);
});

it('does not insist where it is refused', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const onSignedOut = vi.fn();
  fetch.mockImplementation(async () =>
    json({ errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] }, 401),
  );
  const { errors, dispose } = listen(onSignedOut);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fetch).toHaveBeenCalledOnce();
  expect(errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
  expect(onSignedOut).toHaveBeenCalledOnce();
  dispose();
});

it('lets go of the connection when nobody listens any more', async () => {
  const { response } = stream();
  fetch.mockResolvedValue(response);
  const { dispose } = listen();
  const signal = fetch.mock.calls[0]?.[1]?.signal;
  dispose();
  expect(signal?.aborted).toBe(true);
});
