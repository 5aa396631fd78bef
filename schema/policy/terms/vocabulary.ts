/** The words of the sharing terms (5.4.3), as schema/directives/sharing.graphql defines them. */

export type SharingClass = 'UNCONDITIONAL' | 'CONDITIONAL' | 'NOT_SHARED';
export type PartyKind =
  | 'REGULATOR'
  | 'MONITORING_CENTER'
  | 'LAB'
  | 'PLATFORM'
  | 'MERCHANT'
  | 'ENTERPRISE'
  | 'DEPARTMENT'
  | 'PUBLIC';
export type Level = 'PROVINCE' | 'CITY' | 'COUNTY';
export type Role =
  | 'OFFICER'
  | 'SAMPLER'
  | 'STOREKEEPER'
  | 'ANALYST'
  | 'TECHNICIAN'
  | 'REVIEWER'
  | 'SIGNATORY'
  | 'DATA_STEWARD'
  | 'AUDITOR'
  | 'SYSTEM_ADMINISTRATOR'
  | 'SECURITY_ADMINISTRATOR'
  | 'AUDIT_ADMINISTRATOR';
export type Rows = 'ALL' | 'CONCERNED' | 'OWN' | 'REGION';
export type Place = 'SELLER' | 'PRODUCER' | 'PLATFORM';
export type Mask = 'PARTIAL' | 'HASH' | 'NULL';
/** Purposes for which a caller may ask. */
export const purposes = ['RISK_ASSESSMENT', 'SUPERVISION', 'INSPECTION', 'HAZARD_HANDLING', 'STATISTICS'] as const;
export type Purpose = (typeof purposes)[number];
/** Grades of data (数据分级), the gravest last. */
export const grades = ['GENERAL', 'IMPORTANT', 'CORE'] as const;
export type Grade = (typeof grades)[number];
export type BasisKind = 'STATUTE' | 'COMMISSION' | 'AGREEMENT';

/** One clause of an audience: every condition that is present must hold. */
export interface Clause {
  readonly kinds: readonly PartyKind[];
  readonly levels?: readonly Level[] | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly rows: Rows;
  readonly place?: Place | undefined;
  readonly visibleFrom?: string | undefined;
  readonly mask?: Mask | undefined;
  readonly purposes?: readonly Purpose[] | undefined;
  readonly basis?: { readonly kind: BasisKind; readonly reference: string } | undefined;
}

/** The terms of one field. */
export interface FieldTerms {
  readonly owner: string;
  readonly terms: string;
  readonly class: SharingClass;
  readonly audience: readonly Clause[];
  readonly ground?: string | undefined;
  readonly element?: string | undefined;
  readonly grade?: Grade | undefined;
  readonly freshness?: string | undefined;
}

/** The terms of one act: who, in which role, on which rows, from which states. */
export interface ActTerms {
  readonly owner: string;
  readonly audience: readonly Clause[];
  readonly on?: string | undefined;
  readonly from?: readonly string[] | undefined;
  /** The clause of the standard that its description names. */
  readonly clause?: string | undefined;
}
