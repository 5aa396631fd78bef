import type { TadaDocumentNode } from 'gql.tada';
import { ask, type Answer } from './ask.js';
import type { Connection } from './connection.js';
import { exportList } from './export-list.js';
import { follow, type FollowOptions } from './follow.js';
import { perform, type ItemsOfAct, type PerformOptions } from './perform.js';

/** Binds what the kit does to one hub, asked as one party. Nothing is opened before it is asked, and nothing listens. */
export function connectHub(connection: Connection) {
  return {
    /** Asks once. @throws HubError */
    ask: <Data, Variables>(document: TadaDocumentNode<Data, Variables>, ...[variables]: Record<string, never> extends Variables ? [Variables?] : [Variables]): Promise<Answer<Data>> =>
      ask(connection, document, variables ?? ({} as Variables)),
    /** Hands over any number of items, in batches. @throws HubError */
    perform: <Data, Variables extends ItemsOfAct>(
      document: TadaDocumentNode<Data, Variables>,
      items: Iterable<Variables['items'][number]> | AsyncIterable<Variables['items'][number]>,
      options?: PerformOptions,
    ) => perform(connection, document, items, options),
    /** Follows a subscription, and comes back by itself. @throws HubError */
    follow: <Data, Variables extends { after?: string | null | undefined }>(document: TadaDocumentNode<Data, Variables>, variables: Omit<Variables, 'after'>, options?: FollowOptions) => follow(connection, document, variables, options),
    /** Writes a list into a file and verifies it. @throws ExportRefused, Error */
    exportList: (request: Parameters<typeof exportList>[1], file: string) => exportList(connection, request, file),
  };
}
