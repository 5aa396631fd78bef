/** What is known of the owners whose duties are told. */
export interface Listened {
  /** Milliseconds since this process began to listen. */
  readonly listening: number;
  /** Milliseconds after which an owner that was listened for and not heard is away. */
  readonly patience: number;
  /** Owners whose log holds an event that cannot be taken in. */
  readonly stuck: readonly string[];
}

/**
 * The owners that may be away, so that the clocks of their duties run on without them (5.4.3 b). None soon after a start: what they have told meanwhile is still to be read, however long
 * that was. And none whose log holds an event that cannot be taken in: it is there, and what was done in time may stand behind that event.
 */
export function ownersPerhapsAway(owners: readonly string[], { listening, patience, stuck }: Listened): readonly string[] {
  return listening < patience ? [] : owners.filter((owner) => !stuck.includes(owner));
}
