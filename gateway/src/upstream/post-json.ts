import { answerLengthHeader, recordedMark } from '@hub/kernel/audit/answers-ahead.js';
import type { Pool } from 'undici';
import type { RequestWait } from './request-wait.js';

/** An answer over HTTP, its body not yet read as anything. */
export interface Posted {
  readonly status: number;
  readonly text: string;
  /** Of an answer that came ahead of its entry in the owner's audit log: resolves when that is durable, rejects where it is not known to be. */
  readonly recorded?: Promise<void>;
}

/** Where and what is posted. */
export interface PostedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Posts JSON and waits for the whole answer, until it is given up. An answer that goes ahead of its entry in the audit log is there as soon as its own bytes
 * are. Without a stream in between, which costs as much again.
 */
export function postJson(pool: Pool, { path, headers, body }: PostedRequest, wait: RequestWait): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let abort: ((reason: Error) => void) | undefined;
    let ahead: { readonly length: number; readonly recorded: Deferred } | undefined;
    let received = 0;
    const fail = (error: Error) => {
      reject(error);
      ahead?.recorded.reject(error);
    };
    wait.listener = (reason) => {
      fail(reason);
      abort?.(reason);
    };
    pool.dispatch(
      { method: 'POST', path, headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' }, body },
      {
        onRequestStart: (controller) => {
          if (wait.reason) controller.abort(wait.reason);
          else abort = (reason) => controller.abort(reason);
        },
        onResponseStart: (_controller, statusCode, { [answerLengthHeader]: length }) => {
          status = statusCode;
          if (typeof length === 'string') ahead = { length: Number(length), recorded: deferred() };
        },
        onResponseData: (_controller, chunk) => {
          chunks.push(chunk);
          received += chunk.length;
          if (ahead && received >= ahead.length && received - chunk.length < ahead.length) {
            resolve({ status, text: Buffer.concat(chunks).toString('utf8', 0, ahead.length), recorded: ahead.recorded.promise });
          }
        },
        onResponseEnd: () => {
          const [first] = chunks;
          const body = chunks.length === 1 && first ? first : Buffer.concat(chunks);
          if (!ahead) return resolve({ status, text: body.toString() });
          if (body.toString('utf8', ahead.length) === recordedMark) ahead.recorded.resolve();
          else fail(new Error('The answer ended without a word of its entry in the audit log.'));
        },
        onResponseError: (_controller, error) => fail(error),
      },
    );
  });
}

interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

function deferred(): Deferred {
  let settle: Omit<Deferred, 'promise'> | undefined;
  const promise = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  // Whoever waits for it is told; it may also be that nobody does any more.
  promise.catch(() => undefined);
  if (!settle) throw new Error('A promise was made without its functions.');
  return { promise, ...settle };
}
