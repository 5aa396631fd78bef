import { parse, validate, type GraphQLSchema } from 'graphql';
import { bilingualMessage } from '../errors/bilingual-message.js';
import { finding, type SchemaFinding } from './schema-finding.js';

/** An operation that a client was built with, and is registered. */
export interface RegisteredOperation {
  readonly id: string;
  readonly client: string;
  readonly name: string;
  readonly body: string;
}

/** One that a change would have refused, and why, in the words of GraphQL. */
export interface RefusedOperation {
  readonly operationId: string;
  readonly client: string;
  readonly name: string;
  readonly problem: string;
}

/** The registered operations that are valid now and would not be any more (GraphQL §5), whether they were asked of late or not. */
export function refusedOperations(before: GraphQLSchema, after: GraphQLSchema, operations: readonly RegisteredOperation[]): readonly RefusedOperation[] {
  return operations.flatMap(({ id, client, name, body }) => {
    const document = parse(body);
    const [problem] = validate(after, document, undefined, { maxErrors: 1, hideSuggestions: true });
    if (!problem || validate(before, document, undefined, { maxErrors: 1 }).length > 0) return [];
    return { operationId: id, client, name, problem: problem.message };
  });
}

/** That there are such, as a finding. Which and whose they are does not stand in it: an owner's build reads findings, and is not to learn what others ask. */
export function operationFinding(refused: readonly RefusedOperation[], owners: readonly string[]): readonly SchemaFinding[] {
  if (refused.length === 0) return [];
  return [
    finding({
      kind: 'BREAKING',
      code: 'REGISTERED_OPERATION_REFUSED',
      owners,
      message: bilingualMessage('FINDING_REGISTERED_OPERATION'),
    }),
  ];
}
