import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { getNamedType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { columnsOf, type RowType } from './columns-of.js';
import { pathOf, type ExportColumn } from './export-column.js';
import type { ExportRequest } from './export-request.js';

/** The query whose pages are the rows of an export. */
export interface ExportQuery {
  /** One page, by $first and $after; with $count also the number of all rows, where the list tells it. */
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly columns: readonly ExportColumn[];
}

const ofPaging = new Set(['first', 'after', 'last', 'before']);

/**
 * Writes the query of an export against the schema that the gateway serves.
 * @throws GraphQLError EXPORT_LIST_UNKNOWN, EXPORT_FIELD_UNKNOWN, EXPORT_ARGUMENT_UNKNOWN
 */
export function exportQuery(schema: GraphQLSchema, request: ExportRequest, locale: Locale): ExportQuery {
  const { list } = request;
  const field = schema.getQueryType()?.getFields()[list];
  const connection = field && getNamedType(field.type);
  const parts = isObjectType(connection) ? connection.getFields() : {};
  const row = parts['nodes'] && getNamedType(parts['nodes'].type);
  const pages = ['first', 'after'].every((name) => field?.args.some((argument) => argument.name === name));
  if (!field || !parts['pageInfo'] || !pages || !isRow(row)) throw codedError('EXPORT_LIST_UNKNOWN', locale, { list });

  const given = Object.entries({ filter: request.filter, orderBy: request.orderBy, ...request.arguments }).filter(([, value]) => value !== undefined);
  const taken = field.args.filter(({ name }) => !ofPaging.has(name));
  const strange = given.find(([name]) => !taken.some((argument) => argument.name === name));
  if (strange) throw codedError('EXPORT_ARGUMENT_UNKNOWN', locale, { list, argument: strange[0], taken: taken.map(({ name }) => name).join(', ') || '—' });

  const columns = columnsOf(row, request.fields, locale);
  const used = taken.filter(({ name }) => given.some(([each]) => each === name));
  const counted = parts['totalCount'] !== undefined;
  const declared = ['$first: Int', '$after: String', ...(counted ? ['$count: Boolean = false'] : []), ...used.map(({ name, type }) => `$${name}: ${String(type)}`)].join(', ');
  const passed = ['first: $first', 'after: $after', ...used.map(({ name }) => `${name}: $${name}`)].join(', ');
  const selection = `{ ${counted ? 'totalCount @include(if: $count) ' : ''}nodes ${selectionOf(columns.map(pathOf))} pageInfo { hasNextPage endCursor } }`;
  return { text: `query Export(${declared}) { ${list}(${passed}) ${selection} }`, variables: Object.fromEntries(given), columns };
}

function isRow(type: unknown): type is RowType {
  return isObjectType(type) || isInterfaceType(type);
}

function selectionOf(paths: readonly (readonly string[])[]): string {
  const heads = [...new Set(paths.map(([head = '']) => head))];
  const below = (head: string) => paths.filter(([first]) => first === head).map(([, ...rest]) => rest).filter(({ length }) => length > 0);
  return `{ ${heads.map((head) => (below(head).length > 0 ? `${head} ${selectionOf(below(head))}` : head)).join(' ')} }`;
}
