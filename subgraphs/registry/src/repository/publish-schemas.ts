import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import { inUnitOfWork, type UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { CheckResult, CheckSchemas } from '@hub/schema/check/check-task.js';
import { finding, type SchemaFinding } from '@hub/schema/check/schema-finding.js';
import { bilingualMessage } from '@hub/schema/errors/bilingual-message.js';
import { approvedByNobody } from '../domain/approved-by-nobody.js';
import { checkLimits } from '../domain/check-limits.js';
import { supergraph } from './built-schemas.js';
import { checkTask } from './check-task.js';
import { checkedWithFormer } from './checked-with-former.js';
import type { RegistryDatabase, RegistryTransaction } from './database.js';
import { keepSchemaSigned } from './keep-schema-signed.js';
import { operationsInUse } from './operations-in-use.js';
import { putSchemaVersion } from './put-schema-version.js';
import { requireNotRetired, retiredFindings } from './require-not-retired.js';
import { requireStewardsKept } from './require-stewards-kept.js';
import { ruleExceptions } from './rule-exceptions.js';
import { oneAtATime, schemasInForce, type SchemaInForce } from './schemas-in-force.js';

/** What became of the schemas that come with this edition of the hub. */
export interface BuiltSchemasPublished {
  readonly published: readonly string[];
  /** Those that differ from what is in force, and stay so until a steward publishes them. */
  readonly differing: readonly string[];
  /** Why, where a check says it. */
  readonly findings: readonly SchemaFinding[];
}

export interface PublishSchemasOptions {
  readonly check: CheckSchemas;
  /**
   * `CHECKED`: they must pass the checks, as from anybody. `APPROVED`: whoever starts the hub has approved what comes with it. `BY_STEWARD`: a
   * steward has, and has them take the place of what stewards have published, too, where that takes back and opens nothing, or as it was approved.
   */
  readonly standing: 'CHECKED' | 'APPROVED' | 'BY_STEWARD';
  readonly reason?: string;
}

/**
 * Publishes at a start the schemas that come with the hub. Where some are in force already, nothing that goes wrong with the new ones keeps the hub from starting.
 * @param schemas SDL by subgraph, and of the supergraph that is composed of them
 */
export async function publishSchemas(
  database: RegistryDatabase,
  schemas: Readonly<Record<string, string>>,
  keyFile: KeyFile,
  options: PublishSchemasOptions,
): Promise<BuiltSchemasPublished> {
  try {
    return await inUnitOfWork(database, { owner: 'registry', at: new Date(), actor: null, causedBy: [] }, (unit) => putBuiltSchemas(unit, schemas, keyFile, options), checkLimits.atStart);
  } catch (error) {
    const inForce = await schemasInForce(database);
    if (inForce.size === 0) throw error;
    return { published: [], differing: differingOf(schemas, inForce), findings: notEnded(error as Error).findings };
  }
}

/**
 * Publishes the schemas that come with the hub (5.4.3 c). The first become the first versions; later ones the next, where they pass the checks or
 * are approved. What a steward has published stays, unless a steward says so; what was retired is not published again. A signature of a lost key is replaced.
 */
export async function putBuiltSchemas(
  unit: UnitOfWork<RegistryTransaction>,
  schemas: Readonly<Record<string, string>>,
  keyFile: KeyFile,
  { check, standing, reason }: PublishSchemasOptions,
): Promise<BuiltSchemasPublished> {
  await oneAtATime(unit.tx);
  const inForce = await schemasInForce(unit.tx);
  for (const version of inForce.values()) await keepSchemaSigned(unit, version, keyFile);

  const { [supergraph]: composed = '', ...subgraphs } = schemas;
  const differing = differingOf(schemas, inForce);
  const willing = differing.filter((name) => standing === 'BY_STEWARD' || !ofSteward(inForce.get(name)));
  const retired: SchemaFinding[] = [];
  for (const subgraph of willing) {
    const text = { subgraph, contentHash: sha256(subgraphs[subgraph] ?? '') };
    if (standing === 'BY_STEWARD') await requireNotRetired(unit.tx, text);
    else retired.push(...(await retiredFindings(unit.tx, text)));
  }
  const candidates = willing.filter((name) => retired.every(({ owners }) => !owners.includes(name)));
  const next = { ...textsOf(inForce), ...textsAt(subgraphs, candidates) };
  const put = (supergraphSdl: string) => putAll(unit, { inForce, next, candidates, supergraphSdl, keyFile, reason });
  const left = differing.filter((name) => !candidates.includes(name));

  // What the build has composed need not be composed again.
  const ofStewards = candidates.filter((name) => ofSteward(inForce.get(name)));
  const asBuilt = Object.keys(next).length === Object.keys(subgraphs).length && Object.entries(next).every(([name, sdl]) => subgraphs[name] === sdl);
  if (asBuilt && ofStewards.length === 0 && (standing !== 'CHECKED' || inForce.size === 0 || candidates.length === 0)) return { published: await put(composed), differing: left, findings: retired };
  if (candidates.length === 0) return { published: [], differing, findings: retired };

  const exceptions = await ruleExceptions(unit.tx, unit.now);
  const operations = await operationsInUse(unit.tx);
  const { passing, supergraphSdl, findings: found } = await passingOf(candidates, async (names) => {
    const task = checkTask(inForce, textsAt(subgraphs, names), { exceptions, operations });
    const { green, ...result } = await checkedWithFormer(unit.tx, check, task, { first: true }).catch((error: Error) => {
      if (standing === 'BY_STEWARD') throw error;
      return notEnded(error);
    });
    const errors = standing === 'CHECKED' ? result.findings.filter(({ severity }) => severity === 'ERROR') : approvedByNobody(result.findings);
    return { ...result, errors };
  });
  const findings = [...retired, ...found];
  if (supergraphSdl === undefined || (standing === 'BY_STEWARD' && passing.length < candidates.length)) return { published: [], differing, findings };
  const changes = ofStewards.map((subgraph) => ({ subgraph, baseVersion: inForce.get(subgraph)?.version ?? 0, contentHash: sha256(subgraphs[subgraph] ?? '') }));
  await requireStewardsKept(unit, found, changes);
  const passed = { ...textsOf(inForce), ...textsAt(subgraphs, passing) };
  return {
    published: await putAll(unit, { inForce, next: passed, candidates: passing, supergraphSdl, keyFile, reason }),
    differing: differing.filter((name) => !passing.includes(name)),
    findings,
  };
}

interface Checked {
  readonly supergraphSdl: string | undefined;
  readonly findings: readonly SchemaFinding[];
  /** What keeps them from being published. */
  readonly errors: readonly SchemaFinding[];
}

/** The candidates that pass together, without those in which errors stand: one that is red holds up no other. What was found is told of all of them. */
async function passingOf(candidates: readonly string[], check: (names: readonly string[]) => Promise<Checked>): Promise<Omit<Checked, 'errors'> & { readonly passing: readonly string[] }> {
  const all = await check(candidates);
  if (all.errors.length === 0) return { ...all, passing: candidates };
  const red = new Set(all.errors.flatMap(({ owners }) => owners));
  const rest = candidates.filter((name) => !red.has(name));
  if (rest.length === 0 || rest.length === candidates.length) return { ...none, findings: all.findings };
  const { errors, supergraphSdl } = await check(rest);
  return errors.length === 0 ? { passing: rest, supergraphSdl, findings: all.findings } : { ...none, findings: all.findings };
}

const none = { passing: [], supergraphSdl: undefined } as const;

/** The subgraphs of which the hub comes with another text than is in force. */
function differingOf(schemas: Readonly<Record<string, string>>, inForce: ReadonlyMap<string, SchemaInForce>): readonly string[] {
  return Object.keys(schemas).filter((name) => name !== supergraph && inForce.get(name)?.contentHash !== sha256(schemas[name] ?? ''));
}

/** A check that did not come to its end keeps no hub from starting: what is in force stays. */
function notEnded({ message }: Error): CheckResult {
  const told = finding({ kind: 'COMPOSITION', code: 'CHECK_NOT_ENDED', owners: [], message: bilingualMessage('FINDING_CHECK_NOT_ENDED', { problem: message.replace(/\.$/, '') }) });
  return { findings: [told], green: false, supergraphSdl: undefined };
}

interface ToPut {
  readonly inForce: ReadonlyMap<string, SchemaInForce>;
  readonly next: Readonly<Record<string, string>>;
  readonly candidates: readonly string[];
  readonly supergraphSdl: string;
  readonly keyFile: KeyFile;
  readonly reason: string | undefined;
}

/** Puts the candidates, and the supergraph if it is another. */
async function putAll(unit: UnitOfWork<RegistryTransaction>, { inForce, next, candidates, supergraphSdl, keyFile, reason: given }: ToPut): Promise<string[]> {
  const reason = given ?? (inForce.size === 0 ? 'It comes with the hub.' : 'It comes with this edition of the hub.');
  const composedOfIds: string[] = [];
  for (const [subgraph, sdl] of Object.entries(next)) {
    const before = inForce.get(subgraph);
    const put = () => putSchemaVersion(unit, { subgraph, sdl, after: before?.version ?? 0, reason, ofHub: true }, keyFile);
    composedOfIds.push(!before || candidates.includes(subgraph) ? await put() : before.id);
  }
  const before = inForce.get(supergraph);
  if (before?.contentHash === sha256(supergraphSdl) && candidates.length === 0) return [];
  await putSchemaVersion(unit, { subgraph: supergraph, sdl: supergraphSdl, after: before?.version ?? 0, reason, composedOfIds, ofHub: true }, keyFile);
  return [...candidates, supergraph];
}

/** A version that did not come with the hub. */
function ofSteward(version: SchemaInForce | undefined): boolean {
  return version !== undefined && !version.ofHub && version.publishedBy !== null && version.publishedBy !== 'registry';
}

function textsOf(inForce: ReadonlyMap<string, SchemaInForce>): Record<string, string> {
  return Object.fromEntries([...inForce.values()].filter(({ subgraph }) => subgraph !== supergraph).map(({ subgraph, sdl }) => [subgraph, sdl]));
}

function textsAt(subgraphs: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, subgraphs[name] ?? '']));
}
