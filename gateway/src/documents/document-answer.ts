import type { ApolloServer } from '@apollo/server';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { isSharingRefusal } from '@hub/kernel/refusals/is-sharing-refusal.js';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { brokenStatus } from '../answer/broken-status.js';
import type { MergedNotes, PositionedNote } from '../answer/sharing-notes.js';
import type { GatewayContext } from '../gateway-context.js';

/** What a party was answered, as it is filed: in an order that is always the same. */
export interface DocumentAnswer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly notes: MergedNotes | undefined;
}

export interface DocumentQuestion {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
}

/**
 * Asks as any client would, with everything that holds for its operations. What the terms refuse is part of the answer; anything else that went wrong ends it, for what an owner could not say now must not look
 * like what is not there.
 * @throws GraphQLError as the operation would tell it
 */
export async function documentAnswer(apollo: ApolloServer<GatewayContext>, { text, variables, context }: DocumentQuestion): Promise<DocumentAnswer> {
  const { body, http } = await apollo.executeOperation({ query: text, variables, operationName: 'Document' }, { contextValue: context });
  if (body.kind !== 'single') throw codedError('INTERNAL_SERVER_ERROR', context.locale);
  const { data, errors = [], extensions } = body.singleResult;
  const toldWith = (status: number) => (error: GraphQLFormattedError) => new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status } } });
  const broken = errors.find((error) => !isSharingRefusal(error));
  if (broken) throw toldWith(brokenStatus(broken, http.status))(broken);
  // Where nobody of this party may ask for such rows, that is the answer, whatever the id.
  const refused = errors.find(({ path }) => path?.length === 1);
  if (!data || (refused && Object.values(data).every((row) => row === null))) throw refused ? toldWith(403)(refused) : codedError('INTERNAL_SERVER_ERROR', context.locale);
  return { data, notes: inOrder(extensions?.['sharing'] as MergedNotes | undefined) };
}

/** Without the long text, which is in the language of whoever asked: the code says the same, and the file is the same for all. */
function inOrder(notes: MergedNotes | undefined): MergedNotes | undefined {
  if (!notes) return undefined;
  const place = ({ path, coordinate, code, mask }: PositionedNote) => JSON.stringify([path, coordinate, code, mask]);
  const sorted = (of: readonly PositionedNote[]) => of.toSorted((one, other) => (place(one) < place(other) ? -1 : 1)).map((note) => ({ ...note, message: undefined, ...(note.holders && { holders: note.holders.toSorted() }) }));
  return { refused: sorted(notes.refused), masked: sorted(notes.masked), ...(notes.grants && { grants: notes.grants.toSorted() }) };
}
