/** Who acts, for which party, in which role (clause 4). The system itself acts under a service's name. */
export interface Actor {
  readonly userId: string;
  readonly partyId: string;
  readonly role: string;
}
