import { askPatiently } from '../asking/ask-patiently.js';
import type { AskedHub } from '../asking/asked-hub.js';

/** The root fields that lead to the rows of a type. */
export interface Door {
  readonly type: string;
  /** Gives one row by its id. */
  readonly one?: string;
  /** Gives pages of all rows: the list that is filtered. */
  readonly list?: string;
  /** Give pages of some rows, such as earlier inspections of samples. */
  readonly narrower: readonly string[];
}

interface RootField {
  readonly name: string;
  readonly args: readonly { readonly name: string; readonly type: { readonly kind: string } }[];
  readonly type: { readonly name: string | null; readonly kind: string };
}

const query = '{ __schema { queryType { fields { name args { name type { kind } } type { name kind } } } } }';

/** The doors of the hub as its own schema tells them, so that a new type is looked for without being named anywhere. */
export async function doorsOf(hub: AskedHub): Promise<Door[]> {
  const answer = await askPatiently(hub, { identity: 'center' }, query);
  const schema = answer.data?.['__schema'] as unknown as { queryType: { fields: RootField[] } } | undefined;
  if (!schema) throw new Error(`The hub does not tell its schema: ${JSON.stringify(answer)}`);
  const doors = new Map<string, { one?: string; list?: string; narrower: string[] }>();
  const doorOf = (type: string) => doors.get(type) ?? doors.set(type, { narrower: [] }).get(type) ?? { narrower: [] };
  const { fields } = schema.queryType;
  for (const field of fields) {
    const { name, args, type } = field;
    const needed = args.filter((arg) => arg.type.kind === 'NON_NULL').map((arg) => arg.name);
    if (type.kind !== 'OBJECT' || !type.name) continue;
    const [, row] = /^(\w+)Connection$/.exec(type.name) ?? [];
    if (row && needed.length === 0) {
      if (args.some((arg) => arg.name === 'filter') || !fields.some((other) => other !== field && other.type.name === type.name)) doorOf(row).list ??= name;
      else doorOf(row).narrower.push(name);
    }
    if (!row && needed.join() === 'id') doorOf(type.name).one ??= name;
  }
  return [...doors].map(([type, door]) => ({ type, ...door }));
}
