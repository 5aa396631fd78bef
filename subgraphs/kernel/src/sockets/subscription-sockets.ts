import type { IncomingMessage } from 'node:http';
import { setImmediate as immediate, setTimeout as delay } from 'node:timers/promises';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { CloseCode, handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { deepestNesting, nestingOf } from '../service/nesting-of.js';
import type { StartedSubscription } from '../subscriptions/subscription-runner.js';
import { ConnectionTokens } from './connection-tokens.js';
import { ExpiryNotice } from './expiry-notice.js';
import { keepAlive } from './keep-alive.js';
import { pathOf } from './path-of.js';
import type { FindsMember, SocketMember, StartsSubscriptions } from './socket-member.js';

/** WebSockets on which subscriptions are answered. */
export interface SubscriptionSockets {
  /** Tells every subscription where to come back, closes the sockets (1001) and takes no more. */
  close(): Promise<void>;
}

interface Extra<Member extends SocketMember<Member>> {
  readonly tokens: ConnectionTokens<Member>;
  readonly socket: WebSocket;
  readonly notice: ExpiryNotice;
}

const path = '/graphql';
const longestMessage = 1024 * 1024;
/** What may lie unsent for a client that asks and does not read. */
const longestBacklog = 4 * 1024 * 1024;
const timeToLeave = 1_000;

/** Answers graphql-transport-ws at /graphql on the server's own port. */
export function subscriptionSockets<Member extends SocketMember<Member>>(
  server: FastifyInstance,
  options: { authenticate: FindsMember<Member>; runner: StartsSubscriptions<Member> },
): SubscriptionSockets {
  const { authenticate, runner } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage, handleProtocols });
  const connections = new Map<WebSocket, ConnectionTokens<Member>>();
  let closing = false;

  const graphql = makeServer<Record<string, unknown>, Extra<Member>>({
    onConnect: async ({ connectionParams, extra }) => {
      try {
        const { tokens, notice } = extra;
        await tokens.open(connectionParams ?? {});
        notice.await(tokens.expiresAt);
        return tokens.expiresAt === undefined ? true : { expiresAt: new Date(tokens.expiresAt).toISOString() };
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        extra.socket.close(CloseCode.Forbidden, String(error.extensions['code']));
        return false;
      }
    },
    onSubscribe: async ({ extra }, id, payload) => {
      const started = await start(extra.tokens, id, payload);
      if (!('results' in started)) {
        extra.tokens.forget(id);
        return started;
      }
      const { schema, document } = started;
      return { schema, document, operationName: payload.operationName ?? null, contextValue: started };
    },
    // What was started in onSubscribe, where a refusal still goes out as an error of the whole operation.
    subscribe: async ({ contextValue }) => (contextValue as StartedSubscription).results,
    onError: ({ extra }, id) => extra.tokens.forget(id),
    onComplete: ({ extra }, id) => extra.tokens.forget(id),
  });

  async function start(tokens: ConnectionTokens<Member>, id: string, payload: SubscribePayload): Promise<StartedSubscription | readonly GraphQLError[]> {
    try {
      return await runner.start(payload, await tokens.memberOf(id, payload.extensions ?? {}), tokens.ofService);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { http: _http, ...extensions } = error.extensions;
      return [new GraphQLError(error.message, { extensions })];
    }
  }

  sockets.on('connection', (socket: WebSocket) => {
    const tokens = new ConnectionTokens(authenticate);
    const notice = new ExpiryNotice(socket);
    connections.set(socket, tokens);
    const { alive } = keepAlive(socket, () => tokens.inUse);
    socket.on('error', (error) => server.log.info({ err: error }, 'a WebSocket broke'));
    const send = (data: string) =>
      new Promise<void>((resolve, reject) => {
        if (socket.readyState !== socket.OPEN) return resolve();
        // Called when the message has left for the network: the next result is asked for only then.
        socket.send(data, (error) => (error ? reject(error) : resolve(alive())));
      });
    const closed = graphql.opened(
      {
        protocol: socket.protocol,
        send,
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) => {
          socket.on('message', (data) => {
            // A gateway of the hub reads for many: of each subscription one message may lie here.
            if (socket.bufferedAmount > longestBacklog && !tokens.ofService) return socket.terminate();
            const text = String(data);
            // Before it is read, and before it is known who asks: a megabyte of brackets would hold up everybody.
            if (nestingOf(text) > deepestNesting) return socket.close(CloseCode.BadRequest, 'JSON_TOO_DEEP');
            take(text).catch((error: unknown) => {
              if (socket.readyState !== socket.OPEN) return;
              server.log.error({ err: error }, 'unexpected error on a WebSocket');
              socket.close(CloseCode.InternalServerError, 'INTERNAL_SERVER_ERROR');
            });
          });
        },
        onPing: async (payload) => {
          const brings = payload && ('authorization' in payload || 'subscriptions' in payload);
          const answer = brings ? await tokens.renew(payload) : payload;
          if (brings) notice.await(tokens.expiresAt);
          await send(JSON.stringify({ type: 'pong', ...(answer ? { payload: answer } : {}) }));
        },
      },
      { tokens, socket, notice },
    );
    socket.once('close', (code, reason) => {
      connections.delete(socket);
      void closed(code, String(reason));
    });
  });

  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node listens no more to a socket that is handed over, and whoever asks may be gone before it is answered.
    socket.on('error', () => socket.destroy());
    if (closing || pathOf(request.url) !== path) {
      socket.end(`HTTP/1.1 ${closing ? '503 Service Unavailable' : '404 Not Found'}\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  });

  return {
    async close() {
      closing = true;
      runner.interruptAll();
      // Each is told its end before its socket is closed; who is slow to read is not waited for.
      await until(() => [...connections.values()].every(({ inUse }) => !inUse));
      await immediate();
      for (const socket of sockets.clients) socket.close(1001, 'SUBSCRIPTION_INTERRUPTED');
      await until(() => sockets.clients.size === 0);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** Waits for something for a while; who is slow to leave is not waited for. */
async function until(satisfied: () => boolean): Promise<void> {
  for (const end = Date.now() + timeToLeave; !satisfied() && Date.now() < end; ) await delay(10);
}
