import type { Pool } from 'undici';
import type { RequestWait } from './request-wait.js';

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

/** Posts JSON and waits for the whole answer, until it is given up. Without a stream in between, which costs as much again. */
export function postJson(pool: Pool, { path, headers, body }: PostedRequest, wait: RequestWait): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let abort: ((reason: Error) => void) | undefined;
    wait.listener = (reason) => {
      reject(reason);
      abort?.(reason);
    };
    pool.dispatch(
      { method: 'POST', path, headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' }, body },
      {
        onRequestStart: (controller) => {
          if (wait.reason) controller.abort(wait.reason);
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
