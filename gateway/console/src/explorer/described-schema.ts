import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql';

interface CatalogueField {
  readonly coordinate: string;
  readonly class: string;
  readonly ground: string | null;
  readonly element: { readonly nameZh: string; readonly meaning: string; readonly standard: string | null };
  readonly audience: readonly { readonly kinds: readonly string[]; readonly rows: string; readonly visibleFrom: string | null; readonly mask: string | null }[];
}

interface CatalogueResource {
  readonly type: string;
  readonly nameZh: string;
  readonly owner: string;
  readonly fields: readonly CatalogueField[];
}

const catalogueQuery = `{ resourceCatalog { type nameZh owner fields { coordinate class ground element { nameZh meaning standard } audience { kinds rows visibleFrom mask } } } }`;

const classes: Readonly<Record<string, string>> = { UNCONDITIONAL: '无条件共享 Unconditional', CONDITIONAL: '有条件共享 On application', NOT_SHARED: '不予共享 Not shared' };

/**
 * The schema as the documentation panel shows it: to each type and field its name in Chinese, what it means, and on which terms it is shared,
 * out of the catalogue (资源目录). @throws Error where the schema is not told to the asker
 */
export async function describedSchema(ask: (query: string) => Promise<unknown>): Promise<IntrospectionQuery> {
  // A supergraph of somebody else has no catalogue.
  const [schema, catalogue] = await Promise.all([ask(getIntrospectionQuery()), ask(catalogueQuery).catch(() => ({ resourceCatalog: null }))]);
  return described(schema as IntrospectionQuery, (catalogue as { resourceCatalog: readonly CatalogueResource[] | null }).resourceCatalog ?? []);
}

/** Puts what the catalogue says behind the descriptions of the schema. */
export function described(schema: IntrospectionQuery, catalogue: readonly CatalogueResource[]): IntrospectionQuery {
  const resources = new Map(catalogue.map((resource) => [resource.type, resource]));
  const fields = new Map(catalogue.flatMap((resource) => resource.fields.map((field) => [field.coordinate, field])));
  const types = schema.__schema.types.map((type) => {
    if (type.kind !== 'OBJECT' && type.kind !== 'INTERFACE') return type;
    const resource = resources.get(type.name);
    return {
      ...type,
      ...(resource && { description: joined(type.description, `**${resource.nameZh}** · ${resource.owner}`) }),
      fields: type.fields.map((field) => {
        const known = fields.get(`${type.name}.${field.name}`);
        return known ? { ...field, description: joined(field.description, termsOf(known)) } : field;
      }),
    };
  });
  return { ...schema, __schema: { ...schema.__schema, types } };
}

function termsOf({ class: sharingClass, ground, element, audience }: CatalogueField): string {
  const standard = element.standard === null ? '' : ` (${element.standard})`;
  const lines = audience.map(({ kinds, rows, visibleFrom, mask }) => {
    const more = [rows, visibleFrom && `from ${visibleFrom}`, mask && `mask ${mask}`].filter((each) => each !== null && each !== '');
    return `- ${kinds.join(', ')}: ${more.join(', ')}`;
  });
  return [`**${element.nameZh}**${standard}: ${element.meaning}`, `${classes[sharingClass] ?? sharingClass}${ground === null ? '' : ` — ${ground}`}`, lines.join('\n')].filter((each) => each !== '').join('\n\n');
}

function joined(...texts: readonly (string | null | undefined)[]): string {
  return texts.filter((text) => text !== null && text !== undefined && text !== '').join('\n\n');
}
