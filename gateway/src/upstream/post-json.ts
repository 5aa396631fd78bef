import type { Pool } from 'undici';
import type { Deadline } from './deadline.js';

/** An answer over HTTP, its body not yet read as anything. */
export interface Posted {
  readonly status: number;
  readonly text: string;
}

/** Where and what is posted. */
export interface PostedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts JSON and waits for the whole answer, as long as the deadline lets it. Without a stream in between, which costs as much again. */
export function postJson(pool: Pool, { path, headers, body }: PostedRequest, deadline: Deadline): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let abort: ((reason: Error) => void) | undefined;
    deadline.listener = (reason) => {
      reject(reason);
      abort?.(reason);
    };
    pool.dispatch(
      { method: 'POST', path, headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' }, body },
      {
        onRequestStart: (controller) => {
          if (deadline.reason) controller.abort(deadline.reason);
          else abort = (reason) => controller.abort(reason);
        },
        onResponseStart: (_controller, statusCode) => {
          status = statusCode;
        },
        onResponseData: (_controller, chunk) => {
          chunks.push(chunk);
        },
        onResponseEnd: () => {
          const [first] = chunks;
          resolve({ status, text: chunks.length === 1 && first ? first.toString() : Buffer.concat(chunks).toString() });
        },
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}
