/** A log does not hold any more what was kept of it apart from the database: nothing is sealed behind what is left. */
export class LogCut extends Error {
  override readonly name = 'LogCut';
}
