interface Creates {
  create(given: { readonly data: object }): Promise<object>;
  createManyAndReturn(given: { readonly data: readonly object[] }): Promise<object[]>;
}

interface Waiting {
  readonly data: object;
  readonly resolve: (row: object) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A Prisma client that writes the rows of a table which a test creates at once by one statement instead of one each: a matrix of
 * hundreds costs as much as a few. Everything else is the client's own.
 */
export function rowsTogether<Client extends object>(client: Client): Client {
  const delegates = new Map<unknown, object>();
  return new Proxy(client, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (!isDelegate(value)) return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : (value as unknown);
      const known = delegates.get(name) ?? createsTogether(value);
      delegates.set(name, known);
      return known;
    },
  });
}

function isDelegate(value: unknown): value is Creates {
  return typeof value === 'object' && value !== null && 'createManyAndReturn' in value;
}

function createsTogether(delegate: Creates): object {
  let waiting: Waiting[] = [];
  const write = async () => {
    const batch = waiting;
    waiting = [];
    try {
      const rows = batch.length === 1 ? undefined : await delegate.createManyAndReturn({ data: batch.map(({ data }) => data) });
      await Promise.all(batch.map(async ({ data, resolve }, index) => resolve(rows?.[index] ?? (await delegate.create({ data })))));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const create = (given: { readonly data: object }) => {
    if (Object.keys(given).length > 1) return delegate.create(given);
    return new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void write());
      waiting.push({ data: given.data, resolve, reject });
    });
  };
  return new Proxy(delegate, { get: (target, name) => (name === 'create' ? create : (Reflect.get(target, name, target) as unknown)) });
}
