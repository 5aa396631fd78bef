import type { StartsSubscriptions } from '@hub/kernel/sockets/socket-member.js';
import type { SubscribeRequest } from '@hub/kernel/subscriptions/subscription-runner.js';
import { GraphQLError } from 'graphql';
import type { Admission } from '../limits/admission.js';
import { toldOperation } from '../limits/asked-operation.js';
import type { GatewaySubscriptions } from './gateway-subscriptions.js';
import type { TokenBearer } from './token-bearer.js';

/** Subscriptions as WebSockets start them: each message is admitted, and one without a text is a listed operation's id (graphql-transport-ws demands a `query`, which is then empty). */
export function admittedMessages(subscriptions: GatewaySubscriptions, admission: Admission): StartsSubscriptions<TokenBearer> {
  return {
    get count() {
      return subscriptions.count;
    },
    start: async (message, bearer) => subscriptions.start(admitted(message, bearer), bearer),
    interruptAll: () => subscriptions.interruptAll(),
  };

  function admitted(message: SubscribeRequest, { locale }: TokenBearer): SubscribeRequest {
    const { text } = admission.admit(toldOperation({ ...message, query: message.query === '' ? undefined : message.query }), locale);
    if (text === undefined) {
      // In Apollo's words, by which its clients know that they have to send the text.
      throw new GraphQLError('PersistedQueryNotFound', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } });
    }
    return { ...message, query: text };
  }
}
