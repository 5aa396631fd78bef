import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { Level, PartyKind, Purpose, Role } from '@hub/schema/policy/terms/vocabulary.js';
import { Readings } from '../inbox/readings.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { countsAt, isRoleOfSystem, type ClientKey, type ToldClientKey } from './client-keys.js';
import { delegationBetween, readDelegations, type KeptDelegation } from './delegations.js';
import { mappingThatGives, mayGive, type Asserted, type ToldRoleMapping } from './role-mappings.js';

interface MemberRow {
  user_id: string;
  roles: string[];
  keys: ToldClientKey[];
  party_id: string;
  kind: PartyKind;
  level: Level | null;
  region_code: string;
}

/** Whom a token names. */
interface Claims {
  readonly userId: string;
  readonly partyId: string;
  readonly role: string;
  /** Where a key of the party's own system signed it. */
  readonly keyId?: string | undefined;
  /** What the identity provider says besides, where one signed it. */
  readonly asserted?: Asserted | undefined;
}

/** Who began something that goes on without a token: a delegate with the user in whose stead, whom no token names, or with the mapping that gave the role. */
interface Beginner extends Claims {
  readonly onBehalfOf?: string | null | undefined;
  readonly roleMapping?: string | null | undefined;
}

const members = `
  SELECT u.id AS user_id, u.roles, u.keys, p.id AS party_id, p.kind, p.level, p.region_code
  FROM kernel.participant_user u JOIN kernel.participant p ON p.id = u.participant_id
  WHERE u.active AND p.state = 'ACTIVE'`;

/**
 * This owner's replica of who belongs to which party in which roles; `exchange` keeps the original. Held in memory, read
 * anew whenever the inbox has taken in a change, so that a suspension takes effect at once.
 */
export class Membership {
  readonly #database: Transaction;
  readonly #trustedIssuer: string | null;
  readonly #listeners = new Set<() => void>();
  readonly #readings = new Readings();
  #members: ReadonlyMap<string, MemberRow> = new Map();
  #delegations: ReadonlyMap<string, KeptDelegation> = new Map();
  #clientKeys: ReadonlyMap<string, ClientKey> = new Map();
  #roleMappings: ReadonlyMap<string, readonly ToldRoleMapping[]> = new Map();

  /** @param trustedIssuer whose tokens the hub takes now (iss); null where that was compared already */
  constructor(database: Transaction, trustedIssuer: string | null) {
    this.#database = database;
    this.#trustedIssuer = trustedIssuer;
  }

  /** Reads the replica again. */
  async refresh(): Promise<void> {
    const isLatest = this.#readings.begin();
    const rows = await this.#database.$queryRawUnsafe<MemberRow[]>(members);
    const mapping = await this.#database.$queryRawUnsafe<MappingParty[]>(`${mappingParties} WHERE role_mappings <> '[]'`);
    const delegations = await readDelegations(this.#database);
    if (!isLatest()) return;
    this.#delegations = delegations;
    this.#roleMappings = new Map(mapping.map(({ id, role_mappings: mappings }) => [id, mappings]));
    this.#members = new Map(rows.map((row) => [row.user_id, row]));
    this.#clientKeys = new Map(rows.flatMap(({ user_id: userId, party_id: partyId, keys }) => keys.map((key) => [key.id, { ...key, userId, partyId }])));
    for (const listener of [...this.#listeners]) listener();
  }

  /** Tells whenever the replica was read again; gives the way to stop that. */
  onRefresh(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get size(): number {
    return this.#members.size;
  }

  /** A key of a party's own system, of a user who is active; undefined where it was revoked or never issued. */
  clientKey(id: string): ClientKey | undefined {
    return this.#clientKeys.get(id);
  }

  /** Public halves of the keys of all systems that are active. */
  get clientKeys(): readonly ClientKey[] {
    return [...this.#clientKeys.values()];
  }

  /** The caller, if user, party and role all stand in the replica, and the key too by which the token was signed; the role also where the party maps a claim of the token to it. */
  callerOf(claims: Claims, purpose: Purpose | undefined): Caller | undefined {
    const { userId, keyId } = claims;
    if (keyId !== undefined && !this.#signsFor(keyId, claims)) return undefined;
    const member = this.#members.get(userId);
    const caller = callerIn(member, claims, purpose) ?? this.#mapped(member, claims, purpose);
    return caller && keyId !== undefined ? { ...caller, keyId } : caller;
  }

  #mapped(member: MemberRow | undefined, claims: Claims, purpose: Purpose | undefined): Caller | undefined {
    const { asserted, role } = claims;
    if (!member || !asserted) return undefined;
    const mapping = mappingThatGives(role, { kind: member.kind, userId: member.user_id, mappings: this.#roleMappings.get(member.party_id) ?? [], asserted });
    return mapping && inMappedRole(member, mapping, claims, purpose);
  }

  /**
   * The caller in the stead of who has delegated a role to them (代办): both belong to the same party and are active, the delegator carries the
   * role still, and now is within its time. Undefined where any of this is not so.
   */
  delegateOf(caller: Caller, delegationId: string): Caller | undefined {
    const delegation = this.#delegations.get(delegationId);
    return delegation && inStead(caller, delegation, this.#members.get(delegation.delegator_id));
  }

  /**
   * The caller as the tables of the replica have it now, which other processes of this owner write too. What a delegate has begun goes on in the delegator's
   * stead, by a delegation of that delegator and no other, and ends with it: also where the delegate carries the role as well, or another has delegated it to them.
   * What was begun in a role that a claim gave goes on while that mapping stands and its issuer is the one that is trusted, or the party keeps the role by then: what the claim says now no token tells.
   */
  async callerNow({ onBehalfOf, roleMapping, ...claims }: Beginner, purpose: Purpose | undefined): Promise<Caller | undefined> {
    const rows = await this.#database.$queryRawUnsafe<MemberRow[]>(`${members} AND u.id = ANY($1::text[])`, [claims.userId, ...(onBehalfOf == null ? [] : [onBehalfOf])]);
    const itself = rows.find((row) => row.user_id === claims.userId);
    if (onBehalfOf == null) return callerIn(itself, claims, purpose) ?? (roleMapping == null ? undefined : this.#mappedNow(itself, roleMapping, claims, purpose));
    const delegation = await delegationBetween(this.#database, { delegatorId: onBehalfOf, delegateId: claims.userId, role: claims.role });
    const caller = callerIn(itself && { ...itself, roles: [claims.role] }, claims, purpose);
    return caller && delegation && inStead(caller, delegation, rows.find((row) => row.user_id === onBehalfOf));
  }

  async #mappedNow(member: MemberRow | undefined, id: string, claims: Claims, purpose: Purpose | undefined): Promise<Caller | undefined> {
    const [party] = await this.#database.$queryRawUnsafe<MappingParty[]>(`${mappingParties} WHERE id = $1`, claims.partyId);
    const mapping = party?.role_mappings.find((each) => each.id === id && each.role === claims.role && (this.#trustedIssuer === null || each.issuer === this.#trustedIssuer));
    return mapping && member && mayGive(mapping, { kind: member.kind, userId: member.user_id }) ? inMappedRole(member, mapping, claims, purpose) : undefined;
  }

  #signsFor(keyId: string, { userId, partyId, role }: Claims): boolean {
    const key = this.#clientKeys.get(keyId);
    return key?.userId === userId && key.partyId === partyId && countsAt(key, Date.now()) && isRoleOfSystem(role);
  }

  /** A party in a role, whoever of it reads, as the table has the party now; undefined where it is not active. Terms ask for nothing of a user but the role. */
  async partyNow({ partyId, role }: Pick<Claims, 'partyId' | 'role'>, purpose: Purpose | undefined): Promise<Caller | undefined> {
    const [row] = await this.#database.$queryRawUnsafe<MemberRow[]>(parties, partyId);
    return callerIn(row && { ...row, roles: [role] }, { userId: partyId, partyId, role }, purpose);
  }
}

const parties = `SELECT id AS user_id, '{}'::text[] AS roles, '[]'::jsonb AS keys, id AS party_id, kind, level, region_code FROM kernel.participant WHERE state = 'ACTIVE' AND id = $1`;

interface MappingParty {
  id: string;
  role_mappings: ToldRoleMapping[];
}

const mappingParties = 'SELECT id, role_mappings FROM kernel.participant';

function inMappedRole(member: MemberRow, { id, role }: ToldRoleMapping, claims: Claims, purpose: Purpose | undefined): Caller | undefined {
  const caller = callerIn({ ...member, roles: [role] }, claims, purpose);
  return caller && { ...caller, roleMapping: id };
}

function callerIn(member: MemberRow | undefined, claims: Claims, purpose: Purpose | undefined): Caller | undefined {
  if (!member || member.party_id !== claims.partyId || !member.roles.includes(claims.role)) return undefined;
  return {
    userId: member.user_id,
    partyId: member.party_id,
    kind: member.kind,
    level: member.level ?? undefined,
    regionCode: member.region_code,
    role: claims.role as Role,
    purpose,
  };
}

function inStead(caller: Caller, delegation: KeptDelegation, delegator: MemberRow | undefined): Caller | undefined {
  const now = new Date();
  const inForce = delegation.delegate_id === caller.userId && delegation.begins_at <= now && now < delegation.until;
  if (!inForce || delegator?.party_id !== caller.partyId || !delegator.roles.includes(delegation.role)) return undefined;
  return { ...caller, role: delegation.role as Role, onBehalfOf: delegation.delegator_id, roleMapping: undefined };
}
