import { randomUUID } from 'node:crypto';
import { Client, type QueryConfig } from 'pg';

/** What a reference begins with: NUL stands in no text that PostgreSQL takes, and nobody can guess the rest. */
const mark = `\0text ${randomUUID()} `;
const texts = new Map<string, string>();
let referred = 0;

/**
 * Sends a statement with texts of megabytes past Prisma, which writes each parameter as JSON, reads it again, and remembers it for the next hundred statements: it is handed references, and
 * the connection sends what they refer to.
 *
 * @param send sends the statement, once, with the references in the order of the texts
 */
export async function withLargeTexts<Result>(given: readonly string[], send: (...references: string[]) => Promise<Result>): Promise<Result> {
  const references = given.map((text) => {
    const reference = `${mark}${(referred += 1)}`;
    texts.set(reference, text);
    return reference;
  });
  try {
    return await send(...references);
  } finally {
    for (const reference of references) texts.delete(reference);
  }
}

/** A connection that sends the texts to which its parameters refer. */
export class LargeTextsClient extends Client {
  override query(...[config, ...rest]: unknown[]): never {
    return super.query(...([isQuery(config) ? { ...config, values: config.values.map(referredTo) } : config, ...rest] as Parameters<Client['query']>)) as never;
  }
}

function isQuery(config: unknown): config is QueryConfig & { readonly values: readonly unknown[] } {
  const values = (config as QueryConfig | null)?.values;
  return Array.isArray(values) && values.some((value) => typeof value === 'string' && texts.has(value));
}

function referredTo(value: unknown): unknown {
  return typeof value === 'string' ? (texts.get(value) ?? value) : value;
}
