import type { GraphQLResponse, GraphQLSingularResponse, RequestParameters, Variables } from 'relay-runtime';
import { justification } from '../lib/justification';
import { ApiError } from './errors';

/**
 * The body of a request: the app sends the fingerprint of a document that the server knows, never a text. A change on
 * behalf of a customer says why, where the person did.
 */
export function bodyOf(request: RequestParameters, variables: Variables): string {
  const why = request.operationKind === 'mutation' ? justification() : undefined;
  return JSON.stringify({
    documentId: request.id,
    variables,
    ...(why ? { extensions: { justification: why } } : {}),
  });
}

/** Turns an answer with top-level errors into the one error that the pages know. */
export function checked(answer: unknown, status: number): GraphQLSingularResponse {
  if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer)) {
    throw new ApiError('INTERNAL', `The server answered with status ${status}.`);
  }
  const { errors } = answer as { errors?: { message?: string; extensions?: { code?: string } }[] };
  const first = errors?.[0];
  if (first) {
    throw new ApiError(first.extensions?.code ?? 'INTERNAL', first.message ?? 'The server could not do this.');
  }
  return answer as GraphQLSingularResponse;
}

/** Sends a query or mutation and waits for its answer. */
export async function send(request: RequestParameters, variables: Variables): Promise<GraphQLResponse> {
  const response = await post(bodyOf(request, variables), 'application/graphql-response+json, application/json');
  let answer: unknown;
  try {
    answer = await response.json();
  } catch {
    answer = null; // a proxy's page, or a connection that broke
  }
  return checked(answer, response.status);
}

/** Posts to the API; a connection that fails is an ApiError with the code NETWORK. */
export async function post(body: string, accept: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: accept },
      credentials: 'same-origin',
      body,
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('NETWORK', 'The server can’t be reached.');
  }
}
