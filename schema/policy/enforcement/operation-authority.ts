import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { applicableClauses } from '../decision/applicable-clauses.js';
import type { Caller } from '../decision/caller.js';
import { decideForProfile, decideForRow, type ProfileDecision, type RowDecision } from '../decision/decide-field.js';
import { nothing, rowScope, type RowCondition } from '../decision/row-scope.js';
import type { Stamps } from '../decision/stamps.js';
import type { TermsTable } from '../terms/read-terms.js';
import type { ActTerms, FieldTerms, Mask } from '../terms/vocabulary.js';
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
  message?: string;
  count: number;
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

  constructor(caller: Caller, table: TermsTable, message: RefusalMessage) {
    this.caller = caller;
    this.#table = table;
    this.#message = message;
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
    return terms ? rowScope(applicableClauses(terms, this.caller), this.caller) : nothing;
  }

  /**
   * The rows on which a filter or an order may read a field: those on which the caller may read it unmasked.
   * `nothing` says that the field is not open at all.
   */
  readScopeOf(coordinate: string): RowCondition {
    this.trace.filtered(coordinate);
    const terms = this.#table.fields.get(coordinate);
    if (!terms) return nothing;
    const clauses = applicableClauses(terms, this.caller).filter((clause) => clause.mask === undefined);
    return rowScope(clauses, this.caller);
  }

  /** Whether the terms of a key open a row with these stamps to the caller; unknown stamps only where no row is asked for. */
  opensRow(keyCoordinate: string, stamps: Stamps | undefined): boolean {
    const terms = this.#table.fields.get(keyCoordinate);
    return terms !== undefined && decideForRow(decideForProfile(terms, this.caller), this.caller, stamps).allowed;
  }

  actTerms(act: string): ActTerms | undefined {
    return this.#table.acts.get(act);
  }

  /** Whether kind, level and role admit the caller to an act; its rows and states are for the transaction. */
  mayAct(act: string): boolean {
    const terms = this.#table.acts.get(act);
    return terms !== undefined && applicableClauses(terms, this.caller).length > 0;
  }

  /** The refusal of an act to a caller whose kind, level or role its terms do not name. */
  refuseAct(act: string): GraphQLError {
    const audience = this.#table.acts.get(act)?.audience ?? [];
    const who = audience.map((clause) => [clause.kinds.join('/'), clause.roles?.join('/')].filter(Boolean).join(' '));
    const code = 'ACT_NOT_PERMITTED';
    this.trace.act(act, code);
    return new GraphQLError(this.#message(code, { act, who: who.join(', '), role: this.caller.role }), {
      extensions: { code, act, audience: who },
    });
  }

  permits(coordinate: string, parent: unknown): boolean {
    return this.decide(coordinate, parent).allowed;
  }

  noteMask(coordinate: string, mask: Mask, info: GraphQLResolveInfo): void {
    const terms = this.#table.fields.get(coordinate);
    if (terms) this.#note(coordinate, terms, info, { mask });
  }

  /** The refusal of a coordinate at a response position: an error the first time, null for each further row. */
  refuse(coordinate: string, parent: unknown, info: GraphQLResolveInfo): GraphQLError | null {
    const terms = this.#table.fields.get(coordinate);
    const decision = this.decide(coordinate, parent);
    const code = refusalCode(terms, !decision.allowed && decision.notYet);
    const note = this.#note(coordinate, terms, info, { code });
    this.trace.refused(coordinate, code, (isObject(parent) && this.#stamps.get(parent)?.holder) || '');
    if (note.count > 1) return null;
    note.message = this.#message(code, {
      coordinate,
      terms: terms?.terms ?? '',
      owner: terms?.owner ?? '',
      ground: terms?.ground ?? '',
    });
    return new GraphQLError(note.message, {
      extensions: { code, coordinate, owner: terms?.owner, terms: terms?.terms, class: terms?.class },
    });
  }

  /** Everything refused and masked so far, one entry per coordinate and response position. */
  notes(): { refused: SharingNote[]; masked: SharingNote[] } {
    const notes = [...this.#notes.values()];
    return {
      refused: notes.filter((note) => note.code !== undefined),
      masked: notes.filter((note) => note.mask !== undefined),
    };
  }

  /** What the terms give the caller at a coordinate of a row. */
  decide(coordinate: string, parent: unknown): RowDecision {
    let decision = this.#decisions.get(coordinate);
    if (decision === undefined) {
      const terms = this.#table.fields.get(coordinate);
      decision = terms ? decideForProfile(terms, this.caller) : { kind: 'DENY' };
      this.#decisions.set(coordinate, decision);
    }
    const stamps = decision.kind === 'BY_ROW' && isObject(parent) ? this.#stamps.get(parent) : undefined;
    return decideForRow(decision, this.caller, stamps);
  }

  #note(
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
        count: 0,
      };
      this.#notes.set(key, note);
    }
    note.count += 1;
    return note;
  }
}

function refusalCode(terms: FieldTerms | undefined, notYet: boolean): string {
  if (!terms) return 'SHARING_NO_TERMS';
  if (notYet) return 'SHARING_NOT_YET_VISIBLE';
  if (terms.class === 'NOT_SHARED') return 'SHARING_NOT_SHARED';
  if (terms.class === 'CONDITIONAL') return 'SHARING_NEEDS_GRANT';
  return 'SHARING_NOT_IN_AUDIENCE';
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
