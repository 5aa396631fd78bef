import type { GraphQLFormattedError } from 'graphql';
import type { EventResult } from './subscription-plan.js';

/** How the results of a subscription are written into one HTTP response that stays open. */
export interface StreamFormat {
  readonly contentType: string;
  /** What comes before everything else. */
  readonly opening: string;
  next(result: EventResult): string;
  /** The only thing that is told, where the operation is refused. */
  refused(errors: readonly GraphQLFormattedError[]): string;
  /** The last that is told, where it ends with errors. */
  failed(errors: readonly GraphQLFormattedError[]): string;
  readonly heartbeat: string;
  readonly complete: string;
}

const sent = (errors: readonly GraphQLFormattedError[]) => `event: next\ndata: ${JSON.stringify({ errors })}\n\n`;
/** GraphQL over server-sent events, distinct connections; the event's id is its cursor, with which `Last-Event-ID` resumes. */
const serverSentEvents: StreamFormat = {
  contentType: 'text/event-stream; charset=utf-8',
  opening: ':\n\n',
  next: (result) => `event: next\nid: ${result.extensions.cursor}\ndata: ${JSON.stringify(result)}\n\n`,
  refused: sent,
  failed: sent,
  heartbeat: ':\n\n',
  complete: 'event: complete\ndata: \n\n',
};

const boundary = 'graphql';
/** A client takes a part for whole when the next boundary has come, which therefore comes with it. */
const part = (content: unknown) => `\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(content)}\r\n--${boundary}`;

/** Multipart HTTP as Apollo Client speaks it (subscriptionSpec=1.0). */
const multipart: StreamFormat = {
  contentType: `multipart/mixed;boundary="${boundary}";subscriptionSpec=1.0`,
  opening: `--${boundary}`,
  next: (payload) => part({ payload }),
  refused: (errors) => part({ payload: { data: null, errors } }),
  failed: (errors) => part({ payload: null, errors }),
  heartbeat: part({}),
  complete: '--\r\n',
};

/** The format that a request accepts; undefined where it accepts none of them. */
export function streamFormatOf(accept: string | undefined): StreamFormat | undefined {
  if (accept === undefined) return undefined;
  if (/\btext\/event-stream\b/i.test(accept)) return serverSentEvents;
  if (/\bmultipart\/mixed\b[^,]*;\s*"?subscriptionSpec"?\s*=\s*"?1\.0/i.test(accept)) return multipart;
  return undefined;
}
