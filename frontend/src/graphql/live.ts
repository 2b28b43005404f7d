import { type GraphQLResponse, Observable, type RequestParameters, type Variables } from 'relay-runtime';
import { ApiError } from './errors';
import { bodyOf, checked, post } from './http';
import { events } from './sse';

/** Tells “reconnected”: what happened in between was missed, so what is on screen should be read again. */
export const connection = new EventTarget();

const firstDelay = 1_000;
const longestDelay = 30_000;
/** A page in the background gives its connection back after this time: browsers allow only six to one server. */
const patience = 15_000;
/** Errors that another attempt would meet again. */
const final = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']);

/** Listens to a subscription over server-sent events, and connects again for as long as somebody listens. */
export function listen(request: RequestParameters, variables: Variables): Observable<GraphQLResponse> {
  return Observable.create((sink) => {
    let attempt: AbortController | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hiding: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    let wasOpen = false;

    const connect = async () => {
      clearTimeout(timer);
      const controller = new AbortController();
      attempt = controller;
      try {
        const response = await post(bodyOf(request, variables), 'text/event-stream', controller.signal);
        if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
          checked(await response.json().catch(() => null), response.status);
          throw new ApiError('INTERNAL', 'The server sent no stream.');
        }
        if (wasOpen) connection.dispatchEvent(new Event('reconnected'));
        wasOpen = true;
        for await (const { event, data } of events(response)) {
          failures = 0;
          if (event === 'next') sink.next(checked(JSON.parse(data), response.status));
          if (event === 'complete') break;
        }
      } catch (error) {
        if (error instanceof ApiError && final.has(error.code)) {
          sink.error(error);
          return;
        }
      }
      if (controller.signal.aborted || sink.closed) return;
      // The streams of this app have no end of their own: the server stopped, or the session ended, which the next attempt tells.
      const delay = Math.min(firstDelay * 2 ** failures++, longestDelay);
      timer = setTimeout(connect, delay * (0.75 + Math.random() / 2));
    };
    const disconnect = () => {
      clearTimeout(timer);
      attempt?.abort();
      attempt = undefined;
    };
    const now = () => {
      clearTimeout(hiding);
      hiding = undefined;
      if (attempt && failures === 0) return; // open, or opening
      disconnect();
      failures = 0;
      void connect();
    };
    const onVisibility = () => {
      if (document.visibilityState === 'visible') now();
      else hiding ??= setTimeout(disconnect, patience);
    };

    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('online', now);
    void connect();
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('online', now);
      clearTimeout(hiding);
      disconnect();
    };
  });
}
