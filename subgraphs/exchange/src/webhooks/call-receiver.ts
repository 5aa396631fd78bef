import { isForbidden } from '@hub/kernel/outbound/is-forbidden.js';
import { withEither } from '@hub/kernel/service/with-either.js';
import { request, type Dispatcher } from 'undici';
import type { WebhookFailure } from '../generated/graphql.js';

/** What a call came to. */
export interface CallOutcome {
  readonly status: number | null;
  readonly failure: WebhookFailure | null;
}

export interface Call {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly dispatcher: Dispatcher;
  readonly timeoutSeconds: number;
  /** Gives the call up, as when the service stops. */
  readonly signal: AbortSignal;
}

/** As much of an answer is read, so that the connection can be used again; nothing of it is kept or shown. */
const answerLimit = 4096;

/** Posts a body; 2xx acknowledges it. Redirects are not followed. Undefined if it was given up. */
export async function callReceiver({ url, headers, body, dispatcher, timeoutSeconds, signal }: Call): Promise<CallOutcome | undefined> {
  const late = AbortSignal.timeout(Math.ceil(timeoutSeconds * 1000));
  try {
    return await withEither([late, signal], async (either) => {
      const { statusCode, body: answer } = await request(url, {
        ...{ method: 'POST', body, dispatcher },
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'hub-webhooks' },
        signal: either,
      });
      // The status has acknowledged; whether its body comes to an end changes nothing.
      await answer.dump({ limit: answerLimit, signal: either }).catch(() => undefined);
      return { status: statusCode, failure: statusCode >= 200 && statusCode < 300 ? null : 'STATUS' };
    });
  } catch (error) {
    if (signal.aborted) return undefined;
    return { status: null, failure: failureOf(error, late.aborted) };
  }
}

function failureOf(error: unknown, late: boolean): WebhookFailure {
  if (isForbidden(error)) return 'ADDRESS_FORBIDDEN';
  const { code } = error as { code?: unknown };
  return late || (typeof code === 'string' && /TIMEOUT|ETIMEDOUT/.test(code)) ? 'TIMED_OUT' : 'UNREACHABLE';
}
