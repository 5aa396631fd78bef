import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticate } from '../identity/authenticate.js';

/** Header by which the gateway shows its own token besides its caller's: it lets nothing leave before all entries about it are durable. */
export const gatewayHeader = 'x-hub-gateway';

/** Header of an answer that goes ahead: how many bytes are the answer. One line break behind them says that its entry is durable. */
export const answerLengthHeader = 'x-hub-answer-length';

export const recordedMark = '\n';

/** Header by which the gateway says that it has more to ask of the owner for the same operation: the entry may wait for that, to be written with it. */
export const moreHeader = 'x-hub-more';

/** An answer that may go to the gateway while its entry in the audit log is being written. */
export interface AnswerAhead {
  /** Whether more is to come for the same operation. */
  readonly more: boolean;
  /** Resolves when the entry is durable; undefined where there is nothing to wait for. */
  recorded?: Promise<void>;
}

/**
 * Lets answers go ahead to the gateway: a query of ten fetches, one resting on the other, waits for one disk instead of ten in turn.
 * An answer whose entry cannot be written breaks off. To nobody else, whatever they ask for: their answers wait (5.4.3 d).
 *
 * @returns what finds out whether the answer to a request may go ahead
 */
export function answersAhead(server: FastifyInstance, authenticate: Authenticate): (request: FastifyRequest) => Promise<AnswerAhead | undefined> {
  const known = new WeakMap<FastifyRequest, AnswerAhead>();
  server.addHook('onSend', async (request, reply, payload) => {
    const recorded = known.get(request)?.recorded;
    if (!recorded) return payload;
    if (typeof payload !== 'string') {
      await recorded;
      return payload;
    }
    const length = Buffer.byteLength(payload);
    // Of a length that is known, so that the word on the entry is the end: one write to the socket.
    void reply.header('content-length', String(length + Buffer.byteLength(recordedMark))).header(answerLengthHeader, String(length));
    return endingWith(recorded, payload);
  });
  return async (request) => {
    const token = request.headers[gatewayHeader];
    if (typeof token !== 'string' || !(await isGateway(token))) return undefined;
    const ahead: AnswerAhead = { more: request.headers[moreHeader] !== undefined };
    known.set(request, ahead);
    return ahead;
  };

  async function isGateway(token: string): Promise<boolean> {
    return authenticate.service({ authorization: `Bearer ${token}` }).then(
      (service) => service === 'gateway',
      () => false,
    );
  }
}

function endingWith(recorded: Promise<void>, answer: string): Readable {
  let begun = false;
  return new Readable({
    read() {
      if (begun) return;
      begun = true;
      this.push(answer);
      recorded.then(
        () => {
          this.push(recordedMark);
          this.push(null);
        },
        (error: Error) => this.destroy(error),
      );
    },
  });
}
