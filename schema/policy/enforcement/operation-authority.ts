import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { applicableClauses, speaksTo } from '../decision/applicable-clauses.js';
import { applyFor } from '../decision/apply-for.js';
import type { AppliedClause } from '../decision/applied-clause.js';
import type { Caller } from '../decision/caller.js';
import { decideForProfile, decideForRow, type ProfileDecision, type RowDecision } from '../decision/decide-field.js';
import { decisionsOn, nothingDecided, type DeskDecisions } from '../decision/desk-decisions.js';
import { mayApply, type MayApply } from '../decision/may-apply.js';
import { nothing, rowScope, type RowCondition } from '../decision/row-scope.js';
import type { Stamps } from '../decision/stamps.js';
import type { TermsTable } from '../terms/read-terms.js';
import type { ActTerms, FieldTerms, Mask, PartyKind } from '../terms/vocabulary.js';
import { OperationTrace } from './operation-trace.js';

/** What was refused or masked at one response position, for `extensions.sharing`. */
export interface SharingNote {
  readonly coordinate: string;
  /** Response keys without list positions. */
  readonly path: readonly string[];
  readonly owner: string;
  readonly terms: string;
  readonly class?: string;
  readonly ground?: string;
  readonly code?: string;
  readonly mask?: Mask;
  /** Of what is refused: the clauses of the norm on which the terms rest. */
  readonly clause?: string;
  /** Of what may be applied for, or was closed: whose rows they are. */
  readonly holders?: string[];
  message?: string;
  count: number;
}

/** Everything that the sharing desk's rules did to an answer, as `extensions.sharing` tells it. */
export interface SharingNotes {
  readonly refused: SharingNote[];
  readonly masked: SharingNote[];
  /** Grants under which something was read. */
  readonly grants: string[];
  /** Owners of which too little has been heard: what rests on their word may be older than the terms allow. */
  readonly stale: StaleSource[];
}

/** An owner that has not been heard for longer than the terms allow (时效, 5.4.3 b). The exchange, where a field was refused for want of the sharing desk's word. */
export interface StaleSource {
  readonly owner: string;
  /** Until when all is known that happened there, ISO 8601; absent where nobody says. */
  readonly asOf?: string;
}

/** Renders a refusal in the caller's language. */
export type RefusalMessage = (code: string, parameters: Readonly<Record<string, string>>) => string;

/**
 * The rights of one caller in one operation. New for each operation and each event; it keeps what the terms give the
 * caller's profile, the rows that the repositories admitted, and what was refused.
 */
export class OperationAuthority {
  readonly caller: Caller;
  /** What the operation touched, for the audit log. */
  readonly trace = new OperationTrace();
  readonly #table: TermsTable;
  readonly #message: RefusalMessage;
  readonly #decisions = new Map<string, ProfileDecision>();
  readonly #stamps = new WeakMap<object, Stamps>();
  readonly #notes = new Map<string, SharingNote>();
  /** Refusals that shield was asked for. */
  readonly #refusing = new Set<SharingNote>();
  readonly #desk: DeskDecisions;
  readonly #grantsUsed = new Set<string>();
  readonly #stale = new Map<string, StaleSource>();

  /** @param desk what the sharing desk has decided at the instant at which the operation starts: what ends later ends for the next one */
  constructor(caller: Caller, table: TermsTable, message: RefusalMessage, desk: DeskDecisions = nothingDecided) {
    this.caller = caller;
    this.#table = table;
    this.#message = message;
    this.#desk = desk;
  }

  /** Remembers the stamps of a row of a type that a repository admitted by rowScopeOf. */
  admit<Row extends object>(row: Row, stamps: Stamps, type: string): Row {
    if (!this.#stamps.has(row)) this.trace.row(type, stamps.holder);
    this.#stamps.set(row, stamps);
    return row;
  }

  /** The rows of an entity that the caller may see: what the terms of its key open, as a `where`. */
  rowScopeOf(keyCoordinate: string): RowCondition {
    const terms = this.#table.fields.get(keyCoordinate);
    return terms ? rowScope(applicableClauses(terms, this.caller, decisionsOn(keyCoordinate, this.#desk)), this.caller) : nothing;
  }

  /**
   * The rows on which a filter or an order may read a field: those on which the caller may read it unmasked.
   * `nothing` says that the field is not open at all.
   */
  readScopeOf(coordinate: string): RowCondition {
    const terms = this.#table.fields.get(coordinate);
    return terms ? rowScope(this.readClausesOf(coordinate, terms), this.caller) : this.#readNowhere(coordinate);
  }

  /**
   * The clauses under which rows may be chosen by a field: those on which the caller may read it unmasked; none where it is not open at all.
   *
   * @param terms of the field, which may be another owner's
   */
  readClausesOf(coordinate: string, terms: FieldTerms): readonly AppliedClause[] {
    this.trace.filtered(coordinate);
    const decisions = decisionsOn(coordinate, this.#desk);
    const clauses = applicableClauses(terms, this.caller, decisions).filter((clause) => clause.mask === undefined);
    // Whoever chooses rows by a field reads it, also where the field itself is not asked for.
    if (clauses.some(({ holders }) => holders)) for (const { id } of decisions.grants) this.#grantsUsed.add(id);
    return clauses;
  }

  #readNowhere(coordinate: string): RowCondition {
    this.trace.filtered(coordinate);
    return nothing;
  }

  /** Whether the terms of a key open a row with these stamps to the caller; unknown stamps only where no row is asked for. */
  opensRow(keyCoordinate: string, stamps: Stamps | undefined): boolean {
    const terms = this.#table.fields.get(keyCoordinate);
    return terms !== undefined && decideForRow(decideForProfile(terms, this.caller, decisionsOn(keyCoordinate, this.#desk)), this.caller, stamps).allowed;
  }

  /** Whether the terms leave a coordinate to whoever reached it: structure, or a key of another owner than this one. */
  leavesOpen(coordinate: string, owner: string): boolean {
    const terms = this.#table.fields.get(coordinate);
    return this.#table.structural.has(coordinate) || (terms !== undefined && terms.owner !== owner);
  }

  actTerms(act: string): ActTerms | undefined {
    return this.#table.acts.get(act);
  }

  /** Whether kind, level and role admit the caller to an act; its rows and states are for the transaction. */
  mayAct(act: string): boolean {
    const terms = this.#table.acts.get(act);
    return terms !== undefined && applicableClauses(terms, this.caller).length > 0;
  }

  /** The refusal of an act to a caller whose kind, level or role its terms do not name: by whom it is done, of which owner and by which clause. It looks at no row. */
  refuseAct(act: string): GraphQLError {
    const { audience = [], owner, clause } = this.#table.acts.get(act) ?? {};
    const who = audience.map(({ kinds, levels, roles }) => [kinds.join('/'), levels?.join('/'), roles?.join('/')].filter(Boolean).join(' '));
    const code = 'ACT_NOT_PERMITTED';
    this.trace.act(act, code);
    return new GraphQLError(this.#message(code, { act, who: who.join(', '), role: this.caller.role }), {
      extensions: { code, act, audience: who, ...(owner !== undefined && { owner }), ...(clause !== undefined && { clause }) },
    });
  }

  /**
   * The refusal of an argument that would choose rows by a coordinate which the caller may read unmasked on no row. It rests on terms and desk alone and looks at no row:
   * it names the kinds of party that hold such rows, where the refusal of a value names the holders, and is the same whatever the argument asks for.
   */
  refuseFilter(coordinate: string, argument: string, info: GraphQLResolveInfo): GraphQLError {
    const code = 'SHARING_FILTER_DENIED';
    const terms = this.#table.fields.get(coordinate);
    const note = this.#noteAt(coordinate, terms, info, { code });
    this.#countRefused(note, code, undefined);
    note.message = this.#message(code, { argument, coordinate, terms: terms?.terms ?? '', owner: terms?.owner ?? '' });
    const apply = terms && this.#mayApplyToChoose(coordinate, terms);
    return new GraphQLError(note.message, {
      extensions: {
        ...{ code, argument, coordinate, owner: terms?.owner, terms: terms?.terms, class: terms?.class },
        ...(note.clause !== undefined && { clause: note.clause }),
        ...(terms && { holderKinds: holderKindsOf(terms) }),
        ...(apply && { apply: applyFor(coordinate, [], this.caller.purpose, apply, new Date()) }),
      },
    });
  }

  /** Whether a grant would let the caller choose rows by a field: not where it would read it masked, and not where all rows are closed or the desk has not been heard. */
  #mayApplyToChoose(coordinate: string, terms: FieldTerms): MayApply {
    const apply = mayApply({ ...terms, audience: terms.audience.filter(({ mask }) => mask === undefined) }, this.caller, undefined);
    if (apply && this.#desk.stale) this.noteStale(sharingDesk);
    return this.#desk.stale || decisionsOn(coordinate, this.#desk).closings.some(({ holder }) => holder === null) ? undefined : apply;
  }

  permits(coordinate: string, parent: unknown): boolean {
    return this.decide(coordinate, parent).allowed;
  }

  noteMask(coordinate: string, mask: Mask, info: GraphQLResolveInfo): void {
    const terms = this.#table.fields.get(coordinate);
    if (terms) this.#noteAt(coordinate, terms, info, { mask }).count += 1;
  }

  /** Notes that a field of a row is read under a grant of the row's holder. */
  noteGrant(coordinate: string, parent: unknown): void {
    const holder = this.#stampsOf(parent)?.holder;
    for (const grant of decisionsOn(coordinate, this.#desk).grants) if (grant.holder === holder) this.#grantsUsed.add(grant.id);
  }

  /**
   * Whether a value that is not open was refused to an earlier row of the same response position, for the same reason, or is just being: then this row is one more of
   * them, and null. Whoever is told no brings the refusal about.
   */
  isRefusedAgain(coordinate: string, parent: unknown, info: GraphQLResolveInfo): boolean {
    const { code } = this.#whyRefused(coordinate, this.#table.fields.get(coordinate), parent);
    const note = this.#noteAt(coordinate, this.#table.fields.get(coordinate), info, { code });
    if (!this.#refusing.has(note)) {
      this.#refusing.add(note);
      this.#noteHolder(note, parent);
      return false;
    }
    this.#countRefused(note, code, parent);
    return true;
  }

  /**
   * The refusal of a coordinate at a response position: an error the first time, null for each further row. It says by code, clause, rule and
   * holder why, and for what may be applied for, the act to send. Where the holder could do nothing, the kinds of party that hold such rows stand for it.
   */
  refuse(coordinate: string, parent: unknown, info: GraphQLResolveInfo): GraphQLError | null {
    const terms = this.#table.fields.get(coordinate);
    const { code, ground, apply } = this.#whyRefused(coordinate, terms, parent);
    const note = this.#noteAt(coordinate, terms, info, { code });
    this.#countRefused(note, code, parent);
    if (note.message !== undefined) return null;
    note.message = this.#message(code, { coordinate, terms: terms?.terms ?? '', owner: terms?.owner ?? '', ground });
    return new GraphQLError(note.message, {
      extensions: {
        ...{ code, coordinate, owner: terms?.owner, terms: terms?.terms, class: terms?.class },
        ...(note.clause !== undefined && { clause: note.clause }),
        ...(note.holders ? { holders: note.holders } : terms && { holderKinds: holderKindsOf(terms) }),
        ...(apply && { apply: applyFor(coordinate, note.holders ?? [], this.caller.purpose, apply, new Date()) }),
      },
    });
  }

  /** Notes that what is answered rests on an owner of which too little has been heard. */
  noteStale(source: StaleSource): void {
    this.#stale.set(source.owner, source);
  }

  /** Grants under which something was read so far. */
  get grants(): string[] {
    return [...this.#grantsUsed];
  }

  /** Everything refused, masked and read under grants so far, one entry per coordinate and response position. */
  notes(): SharingNotes {
    const notes = [...this.#notes.values()];
    return {
      refused: notes.filter((note) => note.code !== undefined),
      masked: notes.filter((note) => note.mask !== undefined),
      grants: this.grants,
      stale: [...this.#stale.values()],
    };
  }

  #whyRefused(coordinate: string, terms: FieldTerms | undefined, parent: unknown): Why {
    const ground = terms?.ground ?? '';
    if (!terms) return { code: 'SHARING_NO_TERMS', ground };
    const stamps = this.#stampsOf(parent);
    const { grants, closings } = decisionsOn(coordinate, this.#desk);
    if (closings.length > 0 && decideForRow(decideForProfile(terms, this.caller, { grants, closings: [] }), this.caller, stamps).allowed) {
      return { code: 'SHARING_CLOSED', ground: closings.find(({ holder }) => holder === null || holder === stamps?.holder)?.ground ?? '' };
    }
    const decision = this.decide(coordinate, parent);
    if (!decision.allowed && decision.notYet) return { code: 'SHARING_NOT_YET_VISIBLE', ground };
    if (terms.class === 'NOT_SHARED') return { code: 'SHARING_NOT_SHARED', ground };
    const apply = mayApply(terms, this.caller, stamps);
    if (!apply) return { code: 'SHARING_NOT_IN_AUDIENCE', ground };
    if (!this.#desk.stale) return { code: 'SHARING_NEEDS_GRANT', ground, apply };
    this.noteStale(sharingDesk);
    return { code: 'SHARING_REPLICA_STALE', ground };
  }

  /** What the terms give the caller at a coordinate of a row. */
  decide(coordinate: string, parent: unknown): RowDecision {
    let decision = this.#decisions.get(coordinate);
    if (decision === undefined) {
      const terms = this.#table.fields.get(coordinate);
      decision = terms ? decideForProfile(terms, this.caller, decisionsOn(coordinate, this.#desk)) : { kind: 'DENY' };
      this.#decisions.set(coordinate, decision);
    }
    return decideForRow(decision, this.caller, decision.kind === 'BY_ROW' ? this.#stampsOf(parent) : undefined);
  }

  #stampsOf(parent: unknown): Stamps | undefined {
    return isObject(parent) ? this.#stamps.get(parent) : undefined;
  }

  #countRefused(note: SharingNote, code: string, parent: unknown): void {
    note.count += 1;
    this.trace.refused(note.coordinate, code, this.#stampsOf(parent)?.holder ?? '');
    this.#noteHolder(note, parent);
  }

  #noteHolder({ holders }: SharingNote, parent: unknown): void {
    const holder = this.#stampsOf(parent)?.holder;
    if (holder !== undefined && holders && !holders.includes(holder)) holders.push(holder);
  }

  #noteAt(
    coordinate: string,
    terms: FieldTerms | undefined,
    info: GraphQLResolveInfo,
    what: { code: string } | { mask: Mask },
  ): SharingNote {
    const path = positionOf(info);
    const key = `${coordinate} ${path.join('.')} ${'code' in what ? what.code : what.mask}`;
    let note = this.#notes.get(key);
    if (!note) {
      note = {
        coordinate,
        path,
        owner: terms?.owner ?? '',
        terms: terms?.terms ?? '',
        ...(terms ? { class: terms.class } : {}),
        ...(terms?.ground === undefined ? {} : { ground: terms.ground }),
        ...what,
        ...('code' in what && terms && clauseOf(terms, this.caller)),
        ...('code' in what && tellsHolders.has(what.code) && { holders: [] }),
        count: 0,
      };
      this.#notes.set(key, note);
    }
    return note;
  }
}

/** Why a field is refused, and for what may be applied for, to whom it may be granted. */
interface Why {
  readonly code: string;
  readonly ground: string;
  readonly apply?: NonNullable<MayApply>;
}

/** The kinds of party that hold rows under these terms: those that read their own. */
function holderKindsOf({ audience }: FieldTerms): readonly PartyKind[] {
  return [...new Set(audience.filter(({ rows }) => rows === 'OWN').flatMap(({ kinds }) => kinds))];
}

/** Of the desk an owner knows only that it was not heard for some seconds. */
const sharingDesk: StaleSource = { owner: 'exchange' };

const tellsHolders = new Set(['SHARING_NEEDS_GRANT', 'SHARING_CLOSED']);

/** The clauses on which terms rest: those that name the caller, or else all. */
function clauseOf({ audience }: FieldTerms, caller: Caller): { readonly clause?: string } {
  const mine = audience.filter((clause) => speaksTo(clause, caller));
  const references = new Set((mine.length > 0 ? mine : audience).flatMap(({ basis }) => (basis ? [basis.reference] : [])));
  return references.size === 0 ? {} : { clause: [...references].join('; ') };
}

function positionOf(info: GraphQLResolveInfo): string[] {
  const keys: string[] = [];
  for (let path: GraphQLResolveInfo['path'] | undefined = info.path; path; path = path.prev) {
    if (typeof path.key === 'string') keys.unshift(path.key);
  }
  return keys;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
