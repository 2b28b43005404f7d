declare module 'relay-test-utils' {
  import type { GraphQLResponse, GraphQLSingularResponse, IEnvironment, OperationDescriptor } from 'relay-runtime';

  export interface MockFunctions {
    getMostRecentOperation(): OperationDescriptor;
    getAllOperations(): OperationDescriptor[];
    findOperation(match: (operation: OperationDescriptor) => boolean): OperationDescriptor;
    nextValue(operation: OperationDescriptor, payload: GraphQLResponse): void;
    resolve(operation: OperationDescriptor, payload: GraphQLResponse): void;
    resolveMostRecentOperation(payload: GraphQLResponse | ((operation: OperationDescriptor) => GraphQLResponse)): void;
    reject(operation: OperationDescriptor, error: Error): void;
    rejectMostRecentOperation(error: Error | ((operation: OperationDescriptor) => Error)): void;
    queueOperationResolver(resolver: (operation: OperationDescriptor) => GraphQLResponse | Error): void;
  }
  export type MockEnvironment = IEnvironment & { mock: MockFunctions };
  export type MockResolvers = Record<string, (context: { name?: string; path?: string[]; args?: unknown }) => unknown>;

  export function createMockEnvironment(config?: object): MockEnvironment;
  export const MockPayloadGenerator: {
    generate(operation: OperationDescriptor, resolvers?: MockResolvers): GraphQLSingularResponse;
  };
}
