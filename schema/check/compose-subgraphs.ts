import { compose } from '@apollo/composition';
import { Subgraphs } from '@apollo/federation-internals';
import { buildASTSchema, type ASTNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { bilingualMessage } from '../errors/bilingual-message.js';
import { losesTerms } from '../policy/terms/loses-terms.js';
import { readTerms, type TermsTable } from '../policy/terms/read-terms.js';
import { resolvableKeysFirst } from '../supergraph/resolvable-keys-first.js';
import { loadSupergraph } from '../supergraph/load-supergraph.js';
import { parseSupergraph } from '../supergraph/parse-supergraph.js';
import { builtSubgraph } from './built-subgraph.js';
import type { PublishedContract } from './read-published.js';
import { resolvedElsewhere } from './resolved-elsewhere.js';
import { finding, type SchemaFinding } from './schema-finding.js';

/** What became of a composition. */
export interface Composed {
  /** Absent where it failed. */
  readonly supergraphSdl: string | undefined;
  /** What clients see; absent where it failed, or no gateway could load it. */
  readonly apiSchema: GraphQLSchema | undefined;
  readonly findings: readonly SchemaFinding[];
}

/**
 * Composes the subgraphs in the order of their names, as the build does. What loses terms of sharing is an error, whatever composition calls it.
 * @param satisfiable whether it is known otherwise that every query can be answered: that is not looked at then
 */
export function composeSubgraphs(contracts: readonly PublishedContract[], { satisfiable = false }: { readonly satisfiable?: boolean } = {}): Composed {
  const sorted = contracts.toSorted((a, b) => (a.owner < b.owner ? -1 : 1));
  const { supergraphSdl: composed, errors, hints } = composedOf(sorted, !satisfiable);
  const findings = [
    ...(errors ?? []).map((error) => located(error, 'COMPOSITION', String(error.extensions['code'] ?? 'COMPOSITION'))),
    ...(hints ?? []).filter(losesTerms).map((hint) => located(hint, 'TERMS_LOST', hint.definition.code)),
  ];
  if (composed === undefined) return { supergraphSdl: undefined, apiSchema: undefined, findings };
  const supergraphSdl = resolvableKeysFirst(composed);
  const document = parseSupergraph(supergraphSdl);
  const { apiSchema, why } = loadSupergraph(supergraphSdl);
  const supergraph = buildASTSchema(document, { assumeValidSDL: true });
  const arrived = readTerms(supergraph);
  return {
    supergraphSdl,
    apiSchema,
    findings: [...(findings.length > 0 ? findings : lostTerms(arrived, sorted)), ...resolvedElsewhere(supergraph, arrived), ...notLoadable(why)],
  };
}

function composedOf(contracts: readonly PublishedContract[], runSatisfiability: boolean): ReturnType<typeof compose> {
  const subgraphs = new Subgraphs();
  const problems: GraphQLError[] = [];
  for (const built of contracts.map(builtSubgraph)) {
    if ('errors' in built) problems.push(...built.errors);
    else subgraphs.add(built.subgraph);
  }
  return problems.length > 0 ? { errors: problems } : compose(subgraphs, { runSatisfiability });
}

/** What composes and no gateway could load would leave every one of them with the supergraph before it, and none that starts anew with any. */
function notLoadable(why: string | undefined): readonly SchemaFinding[] {
  return why === undefined ? [] : [finding({ kind: 'COMPOSITION', code: 'SUPERGRAPH_NOT_LOADABLE', owners: [], message: bilingualMessage('FINDING_NOT_LOADABLE', { problem: why.replace(/\.$/, '') }) })];
}

/** A subgraph that forgets to have the terms composed loses them without a hint: what arrives is compared with what was given. */
function lostTerms(arrived: TermsTable, contracts: readonly PublishedContract[]): readonly SchemaFinding[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return contracts.flatMap(({ owner, table }) => [
    ...[...table.fields].filter(([coordinate, terms]) => terms.owner === owner && !same(terms, arrived.fields.get(coordinate))).map(([coordinate]) => lost(owner, coordinate)),
    ...[...table.acts].filter(([act, terms]) => !same(terms, arrived.acts.get(act))).map(([act]) => lost(owner, `Mutation.${act}`)),
  ]);
}

function lost(owner: string, coordinate: string): SchemaFinding {
  return finding({
    kind: 'TERMS_LOST', code: 'TERMS_NOT_COMPOSED', owners: [owner], coordinate,
    message: bilingualMessage('FINDING_TERMS_NOT_COMPOSED', { place: coordinate, owner }),
  });
}

/** What composition says in English alone, introduced. */
const inChinese = { COMPOSITION: '各子图无法合成超图，请有关属主协调后修改', TERMS_LOST: '合成时共享条款将丢失，请各处照录一致' } as const;

/** Composition says in its nodes which subgraphs take part, and in its words which field. */
function located(problem: Pick<GraphQLError, 'message'> & { readonly nodes?: readonly ASTNode[] | undefined }, kind: 'COMPOSITION' | 'TERMS_LOST', code: string): SchemaFinding {
  const nodes = (problem.nodes ?? []) as readonly (ASTNode & { readonly subgraph?: string })[];
  const named = [...problem.message.matchAll(/subgraphs? "([^"]+)"|^\[([^\]]+)\]/g)].flatMap((match) => match[1] ?? match[2] ?? []);
  const owners = [...new Set([...nodes.flatMap(({ subgraph }) => subgraph ?? []), ...named])];
  const coordinate = /"([A-Z_]\w*\.\w+)(?:\([^)]*\))?"/.exec(problem.message)?.[1] ?? /type "(\w+)"/i.exec(problem.message)?.[1] ?? null;
  return finding({ kind, code, owners, coordinate, line: nodes.find(({ loc }) => loc)?.loc?.startToken.line ?? null, message: { en: problem.message, 'zh-CN': `${inChinese[kind]}：${problem.message}` } });
}
