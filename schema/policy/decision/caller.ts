import type { Level, PartyKind, Purpose, Role } from '../terms/vocabulary.js';

/** Who asks, for which party, in which role, for which purpose (5.4.3 d). */
export interface Caller {
  readonly userId: string;
  readonly partyId: string;
  readonly kind: PartyKind;
  /** Of regulators only. */
  readonly level?: Level | undefined;
  /** GB/T 2260 code of the party's place. */
  readonly regionCode: string;
  readonly role: Role;
  /** The user in whose stead, in a role that this one has delegated (代办). Rights are those of the role, and nothing else of theirs. */
  readonly onBehalfOf?: string | undefined;
  /** The mapping by which a claim of the token gives the role (角色映射); absent where the party keeps it. No right follows from it. */
  readonly roleMapping?: string | undefined;
  readonly purpose?: Purpose | undefined;
  /** The key by which a system of the party acts (系统密钥); absent where a person does. No right follows from it. */
  readonly keyId?: string | undefined;
}
