import type { GraphQLError, GraphQLSchema } from 'graphql';
import { bilingualMessage } from '../errors/bilingual-message.js';
import { withoutStop } from '../errors/without-stop.js';
import { lintSchema } from '../policy/lint/lint-schema.js';
import { loadSupergraph } from '../supergraph/load-supergraph.js';
import { parseSupergraph } from '../supergraph/parse-supergraph.js';
import type { CheckResult, CheckTask, RuleException } from './check-task.js';
import { composeSubgraphs, type Composed } from './compose-subgraphs.js';
import { exceptionOf } from './exception-of.js';
import { foreignTerms } from './foreign-terms.js';
import { lineOf } from './line-of.js';
import { lostContracts } from './lost-contracts.js';
import { newlyOpened } from './newly-opened.js';
import { noticeGiven } from './notice-given.js';
import { composePart } from './parts/compose-part.js';
import { mergedDocument } from './parts/merged-document.js';
import { passedByException } from './passed-by-exception.js';
import { readPublished, type PublishedContract } from './read-published.js';
import { operationFinding, refusedOperations } from './refused-operations.js';
import { newNames, returningTerms } from './returning-terms.js';
import { schemaChanges } from './schema-changes.js';
import { finding, passed, type SchemaFinding } from './schema-finding.js';
import { takenAway } from './taken-away.js';
import { allTerms, termChanges } from './term-changes.js';

/** A supergraph and what clients see of it, where it could be loaded. */
interface SeenByClients {
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema | undefined;
}

/** How many texts of one owner, and how many compositions, are kept: those in force, those that are checked and those before them. */
const kept = 3;

/**
 * Checks candidates against what is in force. What was read and composed before is kept, so that the next check begins from there: what was checked is published without being composed again.
 */
export class SchemaChecks {
  /** The texts of each owner that were read last, the latest first. */
  readonly #contracts = new Map<string, readonly PublishedContract[]>();
  /** What was composed last, with what it is of, the latest first. */
  #compositions: readonly { readonly of: readonly PublishedContract[]; readonly composed: Composed }[] = [];
  /** What clients see of the supergraph in force, where this has not composed it. */
  #loaded: SeenByClients | undefined;
  readonly #partsFrom: number;
  readonly #today: () => string;

  /**
   * @param options `partsFrom`: from how many types on only what a change concerns is composed, twice, where findings alone are asked for; fewer are composed whole sooner;
   *   `today`: by which notice is counted, as YYYY-MM-DD; that of Asia/Shanghai unless another is given
   */
  constructor({ partsFrom = 2_500, today = todayInShanghai }: { readonly partsFrom?: number; readonly today?: () => string } = {}) {
    this.#partsFrom = partsFrom;
    this.#today = today;
  }

  /** Composition, terms, rules of the contract, changes for clients. It takes seconds: never call it where requests are served. */
  check({ inForce, supergraphInForce, candidates, former, approved, exceptions, comingWithHub = [], operations = [], onlyFindings = false }: CheckTask): CheckResult {
    const names = Object.keys(candidates);
    const unreadable: SchemaFinding[] = [];
    const before = this.#read(inForce, []);
    const after = this.#read({ ...inForce, ...candidates }, unreadable);
    if (unreadable.length > 0) return { findings: unreadable, green: false, supergraphSdl: undefined };

    const inParts = onlyFindings && supergraphInForce !== undefined && after.reduce((types, { published }) => types + published.definitions.length, 0) >= this.#partsFrom;
    const part = inParts ? composePart(before, after, operations) : undefined;
    // Before it is forgotten for what is composed now.
    const seen = part?.before ?? (supergraphInForce === undefined ? undefined : this.#seenOf(supergraphInForce));
    const composed = part?.after ?? this.#composed(after);
    const read = after.filter(({ owner }) => names.includes(owner));
    const lint = lintSchema(read).map(({ owner, coordinate, rule, message }) =>
      finding({ kind: 'LINT', code: rule.name, owners: [owner], coordinate, message: bilingualMessage('FINDING_OF_RULE', { place: coordinate, words: withoutStop(message), clause: rule.clause }) }),
    );
    const [had, has] = [allTerms(before), allTerms(after)];
    const changed = before.length === 0 ? [] : termChanges(had, has);
    const returned = read.flatMap((candidate) => returningTerms(had, candidate, former?.[candidate.owner] ?? []));
    const unknown = former ? [] : read.map((candidate) => [candidate.owner, newNames(had, candidate)] as const).filter(([, found]) => found.length > 0);
    const broken = seen?.apiSchema && composed.apiSchema ? schemaChanges(seen.apiSchema, composed.apiSchema, changersOf(names, [...before, ...after])) : [];
    const cameOrWent = seen?.apiSchema && composed.apiSchema ? [...takenAway(had, seen.apiSchema, composed.apiSchema), ...newlyOpened(has, seen.apiSchema, composed.apiSchema)] : [];
    const refused = seen?.apiSchema && composed.apiSchema ? refusedOperations(seen.apiSchema, composed.apiSchema, part?.operations ?? operations) : [];

    // Nothing else leaves a contract without a question.
    const closes = changed.some(({ kind }) => kind === 'NARROWED') || broken.length > 0;
    const { supergraphSdl } = composed;
    const merged = part ? () => [mergedDocument(before), mergedDocument(after)] as const : () => [parseSupergraph(supergraphInForce ?? ''), parseSupergraph(supergraphSdl ?? '')] as const;
    const lost = closes && supergraphInForce !== undefined && supergraphSdl !== undefined ? lostContracts(...merged(), names) : [];

    const findings = [...composed.findings, ...foreignTerms(after), ...lint, ...noticeGiven(before, after, names, this.#today()), ...changed, ...cameOrWent, ...returned, ...broken, ...operationFinding(refused, names), ...lost]
      .filter((each) => exceptionOf(each, exceptions)?.severity !== 'OFF')
      .map((each) => withLine(letPass(ofHub(each, comingWithHub), approved, exceptions), after));
    return { findings, green: findings.every(({ severity }) => severity !== 'ERROR'), supergraphSdl: onlyFindings ? undefined : supergraphSdl, ...(refused.length > 0 && { refusedOperations: refused }), ...(unknown.length > 0 && { newNames: Object.fromEntries(unknown) }) };
  }

  #read(schemas: Readonly<Record<string, string | null>>, unreadable: SchemaFinding[]): readonly PublishedContract[] {
    return Object.entries(schemas).flatMap(([owner, sdl]) => {
      if (sdl === null) return [];
      try {
        const known = this.#contracts.get(owner) ?? [];
        const contract = known.find((each) => each.sdl === sdl) ?? readPublished(owner, sdl);
        this.#contracts.set(owner, latestFirst(contract, known));
        return [contract];
      } catch (error) {
        const { message, locations } = error as GraphQLError;
        unreadable.push(finding({ kind: 'UNREADABLE', code: 'UNREADABLE', owners: [owner], line: locations?.[0]?.line ?? null, message: { en: message, 'zh-CN': `文本无法读取：${message}` } }));
        return [];
      }
    });
  }

  #composed(contracts: readonly PublishedContract[]): Composed {
    const known = this.#compositions.find(({ of }) => of.length === contracts.length && of.every((contract) => contracts.includes(contract)));
    const composition = known ?? { of: contracts, composed: composeSubgraphs(contracts) };
    this.#compositions = latestFirst(composition, this.#compositions);
    return composition.composed;
  }

  #seenOf(supergraphSdl: string): SeenByClients {
    const composition = this.#compositions.find(({ composed }) => composed.supergraphSdl === supergraphSdl);
    if (composition) {
      this.#compositions = latestFirst(composition, this.#compositions);
      return { supergraphSdl, apiSchema: composition.composed.apiSchema };
    }
    if (this.#loaded?.supergraphSdl !== supergraphSdl) this.#loaded = { supergraphSdl, apiSchema: loadSupergraph(supergraphSdl).apiSchema };
    return this.#loaded;
  }
}

/** What is kept, with one that is used now before all others. */
function latestFirst<T>(used: T, all: readonly T[]): readonly T[] {
  return [used, ...all.filter((each) => each !== used)].slice(0, kept);
}

function todayInShanghai(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** What is there, or not there any more, in what comes with the hub is what its code has, of which whoever runs it has decided. */
function ofHub(found: SchemaFinding, comingWithHub: readonly string[]): SchemaFinding {
  const isOfHub = ['TAKEN_AWAY', 'NEWLY_OPENED'].includes(found.code) && found.owners.every((owner) => comingWithHub.includes(owner));
  return isOfHub ? passed(found, { en: 'so it comes with the hub', 'zh-CN': '随枢纽版本如此发布' }) : found;
}

/** What was approved for just these texts, or excepted in writing for a time, is told and stops nothing. */
function letPass(found: SchemaFinding, approved: CheckTask['approved'], exceptions: readonly RuleException[]): SchemaFinding {
  const exception = exceptionOf(found, exceptions);
  // A rule that only warns stops publications where a data steward has written so.
  if (found.severity !== 'ERROR') return exception?.severity === 'ERROR' ? { ...found, severity: 'ERROR' } : found;
  const approval = approved[found.kind];
  if (approval !== undefined) return passed(found, approval);
  return exception && exception.severity !== 'ERROR' ? passedByException(found, exception) : found;
}

/** Whose candidates have the type of a coordinate, or had it: of several that come together, those that may have changed it. */
function changersOf(names: readonly string[], contracts: readonly PublishedContract[]): (coordinate: string | null) => readonly string[] {
  return (coordinate) => {
    const [type = ''] = (coordinate ?? '').split('.');
    const having = names.filter((name) => contracts.some(({ owner, schema }) => owner === name && schema.getType(type)));
    return having.length > 0 ? having : names;
  };
}

function withLine(found: SchemaFinding, contracts: readonly PublishedContract[]): SchemaFinding {
  const contract = contracts.find(({ owner }) => owner === found.owners[0]);
  if (found.line !== null || found.coordinate === null || !contract) return found;
  return { ...found, line: lineOf(contract.published, found.coordinate) };
}
