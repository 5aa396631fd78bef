/** Who acts, for which party, in which role (clause 4). The system itself acts under a service's name. */
export interface Actor {
  readonly userId: string;
  readonly partyId: string;
  readonly role: string;
  /** The user in whose stead (代办); absent where for themselves. */
  readonly onBehalfOf?: string | null | undefined;
  /** The mapping by which a claim of the token gave the role (角色映射); absent where the party keeps it. */
  readonly roleMapping?: string | null | undefined;
}
