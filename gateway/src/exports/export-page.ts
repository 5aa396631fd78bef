import type { ApolloServer } from '@apollo/server';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { isSharingRefusal } from '@hub/kernel/refusals/is-sharing-refusal.js';
import { GraphQLError } from 'graphql';
import { brokenStatus } from '../answer/broken-status.js';
import type { MergedNotes } from '../answer/sharing-notes.js';
import type { GatewayContext } from '../gateway-context.js';

/** A row as it was answered. */
export type ExportRow = Readonly<Record<string, unknown>>;

/** One page of a list, as its asker may see it. */
export interface ExportPage {
  readonly rows: readonly ExportRow[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly totalCount: number | undefined;
  readonly notes: MergedNotes | undefined;
}

export interface PageQuestion {
  readonly list: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
}

/**
 * Asks for a page as any client would, with everything that holds for its operations. What the terms refuse is part of the page; anything else that went wrong ends it, for a value that an owner could not
 * give now must not look like one that is not there.
 * @throws GraphQLError as the operation would tell it
 */
export async function exportPage(apollo: ApolloServer<GatewayContext>, { list, query, variables, context }: PageQuestion): Promise<ExportPage> {
  const { body, http } = await apollo.executeOperation({ query, variables, operationName: 'Export' }, { contextValue: context });
  if (body.kind !== 'single') throw codedError('INTERNAL_SERVER_ERROR', context.locale);
  const { data, errors = [], extensions } = body.singleResult;
  const told = errors.map((error) => new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: brokenStatus(error, http.status) } } }));
  const connection = data?.[list] as { nodes?: ExportRow[]; totalCount?: number; pageInfo?: { hasNextPage: boolean; endCursor: string | null } } | null | undefined;
  const broken = told.find((error) => !isSharingRefusal(error));
  if (broken) throw broken;
  if (!connection?.nodes || !connection.pageInfo) throw told[0] ? new GraphQLError(told[0].message, { extensions: { ...told[0].extensions, http: { status: 403 } } }) : codedError('INTERNAL_SERVER_ERROR', context.locale);
  return {
    rows: connection.nodes,
    endCursor: connection.pageInfo.endCursor,
    hasNextPage: connection.pageInfo.hasNextPage,
    totalCount: connection.totalCount,
    notes: extensions?.['sharing'] as MergedNotes | undefined,
  };
}
