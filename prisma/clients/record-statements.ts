import { sqlChannel, type SentStatement } from './sql-channel.js';

/** The statements that the clients of this process send while `work` runs, in the order of sending, BEGIN and COMMIT included. */
export async function recordStatements<Result>(work: () => Promise<Result>): Promise<{ result: Result; statements: SentStatement[] }> {
  const statements: SentStatement[] = [];
  const note = (message: unknown) => statements.push(message as SentStatement);
  sqlChannel.subscribe(note);
  try {
    return { result: await work(), statements };
  } finally {
    sqlChannel.unsubscribe(note);
  }
}
