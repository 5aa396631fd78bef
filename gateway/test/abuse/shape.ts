import type { AskedHub } from '../../../scripts/src/asking/asked-hub.js';

interface TypeReference {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType: TypeReference | null;
}
interface Field {
  readonly name: string;
  readonly args: readonly { readonly name: string; readonly type: { readonly kind: string } }[];
  readonly type: TypeReference;
}
interface IntrospectedType {
  readonly name: string;
  readonly kind: string;
  readonly fields: readonly Field[] | null;
  readonly possibleTypes: readonly { readonly name: string }[] | null;
}

const introspection = `{ __schema { types { name kind possibleTypes { name }
  fields { name args { name type { kind } } type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }`;

/** The shape of a schema, as whoever reaches it may ask for it. */
export class Shape {
  readonly #types: ReadonlyMap<string, IntrospectedType>;

  private constructor(types: readonly IntrospectedType[]) {
    this.#types = new Map(types.map((type) => [type.name, type]));
  }

  static async of(hub: AskedHub): Promise<Shape> {
    const answer = await hub.ask({ identity: 'center' }, introspection);
    const schema = answer.data?.['__schema'] as unknown as { types: IntrospectedType[] } | undefined;
    if (!schema) throw new Error(`It does not tell its schema: ${JSON.stringify(answer)}`);
    return new Shape(schema.types);
  }

  /** The types that can be asked for by reference. */
  get entities(): readonly string[] {
    return (this.#types.get('_Entity')?.possibleTypes ?? []).map(({ name }) => name);
  }

  /** Every root field that can be asked for without an argument, as it is asked for: whole, lists by their first rows. */
  roots(): readonly string[] {
    return (this.#types.get('Query')?.fields ?? []).flatMap((field) => {
      if (field.name.startsWith('_') || !isFree(field)) return [];
      const page = field.args.some(({ name }) => name === 'first') ? '(first: 20)' : '';
      return [`${field.name}${page} ${this.#selected(field, 3)}`];
    });
  }

  /** The root fields that give one row of a type by its id. */
  byId(type: string): readonly string[] {
    const fields = this.#types.get('Query')?.fields ?? [];
    return fields.filter((field) => named(field.type).name === type && field.args.map(({ name }) => name).join() === 'id').map(({ name }) => name);
  }

  /** What can be selected of a type: all that needs no argument, and so many levels of what that leads to; without its key. */
  selectionOf(type: string, levels = 2): string {
    const parts = (this.#types.get(type)?.fields ?? []).filter(({ name }) => name !== 'id' && name !== 'code').flatMap((field) => this.#part(field, levels));
    return `{ __typename ${parts.join(' ')} }`;
  }

  #part(field: Field, levels: number): string[] {
    if (!isFree(field)) return [];
    const { kind } = named(field.type);
    if (kind === 'SCALAR' || kind === 'ENUM') return [field.name];
    return levels > 1 ? [`${field.name} ${this.#selected(field, levels - 1)}`] : [];
  }

  /** With keys: where somebody comes to something by itself, its id tells of it. */
  #selected(field: Field, levels: number): string {
    const { kind, name } = named(field.type);
    if (kind === 'SCALAR' || kind === 'ENUM') return '';
    const fields = (this.#types.get(name ?? '')?.fields ?? []).filter((each) => !['edges', 'pageInfo'].includes(each.name));
    return `{ __typename ${fields.flatMap((each) => this.#part(each, levels)).join(' ')} }`;
  }
}

const isFree = ({ args }: Field): boolean => args.every(({ type }) => type.kind !== 'NON_NULL');

function named(type: TypeReference): TypeReference {
  return type.ofType ? named(type.ofType) : type;
}
