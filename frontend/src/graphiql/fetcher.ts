import type { GraphiQL } from 'graphiql';
import { type DocumentNode, Kind, OperationTypeNode, parse } from 'graphql';
import type { ComponentProps } from 'react';
import { post } from '../graphql/http';
import { events } from '../graphql/sse';

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher'];

/** Sends what was typed with the session of the app; a subscription comes as a stream of server-sent events. */
export const fetcher: Fetcher = ({ query, operationName, variables }, options) => {
  // GraphiQL has no place for extensions: a justification is written in its tab Headers.
  const justification = options?.headers?.justification;
  const extensions = justification ? { justification } : undefined;
  const body = JSON.stringify({ query, operationName: operationName ?? undefined, variables, extensions });
  const document = options?.documentAST ?? parsed(query);
  return document && isSubscription(document, operationName) ? stream(body) : ask(body);
};

async function ask(body: string) {
  const response = await post(body, 'application/graphql-response+json, application/json');
  return response.json();
}

async function* stream(body: string) {
  const controller = new AbortController();
  try {
    const response = await post(body, 'text/event-stream', controller.signal);
    if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
      yield await response.json();
      return;
    }
    for await (const { event, data } of events(response)) {
      if (event === 'complete') return;
      if (event === 'next') yield JSON.parse(data);
    }
  } finally {
    controller.abort(); // Stop was pressed
  }
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined; // the server says what is wrong with it
  }
}

/** Whether the operation that is asked for, or the only one, is a subscription. */
export function isSubscription(document: DocumentNode, name?: string | null): boolean {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const wanted = name ? operations.find((operation) => operation.name?.value === name) : operations[0];
  return wanted?.operation === OperationTypeNode.SUBSCRIPTION;
}
