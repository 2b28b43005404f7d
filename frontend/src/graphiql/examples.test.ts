import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema, coerceInputValue, type GraphQLInputType, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { stories } from './examples';
import { isSubscription } from './fetcher';

const schema = buildSchema(readFileSync(resolve(import.meta.dirname, '../../schema.graphql'), 'utf8'));
const [{ query, variables } = { query: '', variables: '{}' }] = stories;
const document = parse(query);

describe('the examples of the explorer', () => {
  it('fit the API', () => expect(validate(schema, document)).toEqual([]));

  it('tell the story', () => {
    const names = document.definitions.map((d) => d.kind === Kind.OPERATION_DEFINITION && d.name?.value);
    expect(names).toEqual(['Viewer', 'DelegatedAdmins', 'Products', 'CreateOffer', 'DelegatedAdminsChanged']);
  });

  it('have variables that the mutation takes', () => {
    const type = schema.getType('CreateOfferInput') as GraphQLInputType;
    expect(() => coerceInputValue(JSON.parse(variables).input, type)).not.toThrow();
  });
});

it('knows which operation is a stream', () => {
  expect(isSubscription(document, 'DelegatedAdminsChanged')).toBe(true);
  expect(isSubscription(document, 'Viewer')).toBe(false);
  expect(isSubscription(parse('subscription { delegatedAdminsChanged { kind } }'))).toBe(true);
});
