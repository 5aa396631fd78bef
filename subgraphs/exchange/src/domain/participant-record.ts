/** A participant with its users, as the register is told of it. */
export interface ParticipantRecord {
  readonly id: string;
  readonly kind: string;
  /** Of regulators only. */
  readonly level: string | null;
  readonly name: string;
  /** 统一社会信用代码 (GB 32100-2015) */
  readonly uscc: string | null;
  readonly regionCode: string;
  readonly users: readonly ParticipantUserRecord[];
}

/** A user of a participant; the id is the subject of the user's tokens (RFC 7519 §4.1.2). */
export interface ParticipantUserRecord {
  readonly id: string;
  /** Null where none is kept. */
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly active: boolean;
}
