import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  print,
  astFromValue,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from './random.js';

/** An operation that a generator made, and what is sent with it. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

export interface RandomOperationOptions {
  readonly kind: 'query' | 'mutation';
  /** Names of fields that are asked for under aliases only. */
  readonly aliased: readonly string[];
}

/** Makes an operation over a schema; not every one is valid. */
export function randomOperation(schema: GraphQLSchema, random: Random, { kind, aliased }: RandomOperationOptions): RandomOperation {
  return new Writer(schema, random, aliased).operation(kind);
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #aliased: readonly string[];
  readonly #definitions: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #fragments: string[] = [];
  #budget: number;

  constructor(schema: GraphQLSchema, random: Random, aliased: readonly string[]) {
    this.#schema = schema;
    this.#random = random;
    this.#aliased = aliased;
    this.#budget = 12 + random.below(50);
  }

  operation(kind: 'query' | 'mutation'): RandomOperation {
    const root = kind === 'query' ? this.#schema.getQueryType() : this.#schema.getMutationType();
    if (!root) throw new Error(`The schema has no ${kind}.`);
    const introspection = kind === 'query' && this.#random.chance(0.05) ? ' __type(name: "Query") { name kind } ' : '';
    const selections = this.#selections(root, 0);
    const variables = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : '';
    return { query: `${kind} Made${variables} {${introspection}${selections}}\n${this.#fragments.join('\n')}`, variables: this.#variables };
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const made: string[] = [];
    const wanted = 1 + this.#random.below(4);
    for (let at = 0; at < wanted * 3 && made.length < wanted; at += 1) {
      const selection = this.#selection(type, depth);
      if (selection !== undefined) made.push(selection);
    }
    return made.length > 0 ? made.join(' ') : '__typename';
  }

  #selection(type: GraphQLCompositeType, depth: number): string | undefined {
    if (this.#random.chance(0.08)) return this.#random.chance(0.3) ? 'kindOfThis: __typename' : '__typename';
    const asFragment = isUnionType(type) || this.#random.chance(isAbstractType(type) ? 0.45 : 0.08);
    if (asFragment) return depth < 6 ? this.#fragment(type, depth) : undefined;
    if (isUnionType(type)) return undefined;
    return this.#field(type.name, this.#random.pick(Object.values(type.getFields())), depth);
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const conditions = this.#overlapping(type);
    const condition = this.#random.pick(conditions);
    const selections = this.#selections(condition, depth + 1);
    const directive = this.#condition();
    if (this.#random.chance(0.2)) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push(`fragment ${name} on ${condition.name} {${selections}}`);
      return `...${name}${directive}`;
    }
    const on = condition === type && this.#random.chance(0.3) ? '' : ` on ${condition.name}`;
    return `...${on}${directive} {${selections}}`;
  }

  #overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const possible = new Set(isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type]);
    return Object.values(this.#schema.getTypeMap()).filter((other): other is GraphQLCompositeType => {
      if (!isCompositeType(other) || other.name.startsWith('__')) return false;
      return isAbstractType(other) ? this.#schema.getPossibleTypes(other).some((each) => possible.has(each)) : isObjectType(other) && possible.has(other);
    });
  }

  #field(parent: string, field: GraphQLField<unknown, unknown>, depth: number): string | undefined {
    const type = getNamedType(field.type);
    if (isCompositeType(type)) {
      if (depth >= 5 || this.#budget <= 0) return undefined;
      this.#budget -= 2;
    }
    this.#budget -= 1;
    const alias = this.#alias(field.name);
    const args = field.args.flatMap(({ name, type: argument, defaultValue }) => {
      const needed = isNonNullType(argument) && defaultValue === undefined;
      return needed || this.#random.chance(0.5) ? [`${name}: ${this.#argument(argument)}`] : [];
    });
    const given = args.length > 0 ? `(${args.join(', ')})` : '';
    const below = isCompositeType(type) ? ` {${this.#selections(type, depth + 1)}}` : '';
    return `${alias}${field.name}${given}${this.#condition()}${below}`;
  }

  #alias(name: string): string {
    if (this.#aliased.includes(name)) return `${this.#random.pick(['a', 'b', `own_${name}`])}: `;
    return this.#random.chance(0.12) ? `${this.#random.pick(['a', 'b', name])}: ` : '';
  }

  #condition(): string {
    if (!this.#random.chance(0.1)) return '';
    const directive = this.#random.pick(['skip', 'include']);
    if (this.#random.chance(0.2)) return ` @${directive}(if: ${this.#random.chance(0.5)})`;
    const name = this.#variable('Boolean!', this.#random.chance(0.5), this.#random.chance(0.3) ? String(this.#random.chance(0.5)) : undefined);
    return ` @${directive}(if: $${name})`;
  }

  #argument(type: GraphQLInputType): string {
    const value = this.#value(type, 0);
    if (this.#random.chance(0.4)) return `$${this.#variable(String(type), value, undefined)}`;
    const literal = astFromValue(value, type);
    return literal ? print(literal) : 'null';
  }

  #variable(type: string, value: unknown, defaulted: string | undefined): string {
    // A condition that is asked twice is asked by one variable.
    const same = this.#random.chance(0.5) ? Object.keys(this.#variables).find((name) => this.#definitions.includes(`$${name}: ${type}`)) : undefined;
    if (same !== undefined) return same;
    const name = `v${this.#definitions.length}`;
    this.#definitions.push(`$${name}: ${type}${defaulted === undefined ? '' : ` = ${defaulted}`}`);
    if (defaulted === undefined || this.#random.chance(0.5)) this.#variables[name] = value;
    return name;
  }

  #value(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType, depth);
    if (isListType(type)) return Array.from({ length: this.#random.below(3) }, () => this.#value(type.ofType, depth + 1));
    if (isEnumType(type)) return this.#random.pick(type.getValues()).value;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => (isNonNullType(field.type) && field.defaultValue === undefined) || (depth < 2 && this.#random.chance(0.3)));
      return Object.fromEntries(fields.map((field) => [field.name, this.#value(field.type, depth + 1)]));
    }
    switch (type.name) {
      case 'Int':
        return this.#random.below(5);
      case 'Float':
        return this.#random.below(10) / 4;
      case 'Boolean':
        return this.#random.chance(0.5);
      default:
        return `t${this.#random.below(4)}`;
    }
  }
}
