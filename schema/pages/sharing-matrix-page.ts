import { isEnumType, isObjectType, type GraphQLObjectType } from 'graphql';
import type { OwnerContract } from '../policy/lint/owner-contract.js';
import { rootTypes } from '../policy/lint/root-types.js';
import { rowOwner } from '../policy/lint/row-owner.js';
import type { FieldTerms, PartyKind } from '../policy/terms/vocabulary.js';
import { clausesInMatrix } from './clauses-in-matrix.js';
import { generatedNote } from './generated-note.js';
import { markdownTable } from './markdown-table.js';

/** SHARING-MATRIX.md: which kind of party may read which field, and who may do which act. */
export function sharingMatrixPage(contracts: readonly OwnerContract[]): string {
  return `# Sharing matrix (共享矩阵, 5.4.3)

${generatedNote('sdl/')}

Who may read what, owner by owner and type by type; acts stand at the end. Fields under the same terms and of the same grade share a line. In a cell:

| in a cell | means |
| --- | --- |
| all | every row |
| own | rows that the caller's party holds (持有) |
| concerned | rows that name the caller's party as concerned |
| seller’s region | rows whose seller, producer or platform lies in the caller's region |
| from STATE | once the row has reached that state |
| OFFICER: | only in that role, or at that level |
| **PARTIAL**, **HASH**, **NULL** | masked: first and last character stay · a keyed hash · null without a refusal |
| – | not open; so also for each kind of party that has no column |

The class of the terms is 无条件共享 (UNCONDITIONAL) unless 有条件共享 (CONDITIONAL: without a grant open to the holder alone) or
不予共享 (NOT_SHARED: to nobody outside the audience) stands beside their name. Where several parts of a cell apply, the most
generous counts. The grade (数据分级, 数据安全法 art. 21) is GENERAL 一般数据, IMPORTANT 重要数据 or CORE 核心数据. Connections, edges, payloads and values are structure: whoever reaches them reads them.

${contracts.map(ownerSection).join('\n\n')}

## Acts (业务操作)

${markdownTable(['act', 'owner', 'who', 'rows', 'on', 'from which states'], contracts.flatMap(actRows))}
`;
}

function ownerSection(contract: OwnerContract): string {
  const kinds = kindsOf(contract);
  const types = Object.values(contract.schema.getTypeMap()).filter((type) => isObjectType(type));
  const sections = [...types.filter(({ name }) => !rootTypes.includes(name)), ...types.filter(({ name }) => name === 'Query')]
    .map((type) => typeSection(contract, type, kinds))
    .filter((section) => section !== undefined);
  return `## ${contract.owner}\n\n${sections.join('\n\n')}`;
}

function typeSection(contract: OwnerContract, type: GraphQLObjectType, kinds: readonly Kind[]): string | undefined {
  const groups = new Map<string, { terms: FieldTerms; fields: string[] }>();
  for (const field of Object.keys(type.getFields())) {
    const terms = contract.table.fields.get(`${type.name}.${field}`);
    if (terms?.owner !== contract.owner) continue;
    const key = `${terms.terms} ${terms.grade}`;
    const group = groups.get(key) ?? { terms, fields: [] };
    group.fields.push(field);
    groups.set(key, group);
  }
  if (groups.size === 0) return undefined;
  const owner = rowOwner(contract, type);
  const title = owner === undefined || owner === contract.owner ? type.name : `${type.name}, contributed to ${owner}`;
  const about = type.description && !rootTypes.includes(type.name) ? `\n\n${type.description.replaceAll(/\s+/g, ' ')}` : '';
  const rows = [...groups.values()].map(({ terms, fields }) => [
    fields.map((field) => `\`${field}\``).join(' '),
    termsInWords(terms),
    terms.grade ?? '',
    ...kinds.map(({ kind }) => clausesInMatrix(terms.audience, kind)),
  ]);
  return `### ${title}${about}\n\n${markdownTable(['fields', 'terms', 'grade', ...kinds.map(({ words }) => words)], rows)}`;
}

function termsInWords({ terms, class: kind, ground }: FieldTerms): string {
  if (kind === 'UNCONDITIONAL') return terms;
  return `${terms} (${kind}${ground === undefined ? '' : `: ${ground}`})`;
}

interface Kind {
  readonly kind: PartyKind;
  readonly words: string;
}

/** The kinds of party that some terms of the owner name. */
function kindsOf({ schema, table, owner }: OwnerContract): readonly Kind[] {
  const type = schema.getType('sharing__Kind');
  const named = new Set([...table.fields.values()].filter((terms) => terms.owner === owner).flatMap(({ audience }) => audience.flatMap(({ kinds }) => kinds)));
  return (isEnumType(type) ? type.getValues() : [])
    .map(({ name, description }) => ({ kind: name as PartyKind, words: `${name} ${description ?? ''}`.trim() }))
    .filter(({ kind }) => named.has(kind));
}

function actRows({ table, owner }: OwnerContract): string[][] {
  return [...table.acts].map(([act, { audience, on, from }]) => [
    `\`${act}\``,
    owner,
    audience.map(({ kinds, levels, roles }) => [kinds.join('/'), levels?.join('/'), roles?.join('/')].filter(Boolean).join(' ')).join('; '),
    on === undefined ? '' : [...new Set(audience.map(({ rows }) => rows.toLowerCase()))].join('; '),
    on ?? '(creates)',
    from?.join(', ') ?? '',
  ]);
}
