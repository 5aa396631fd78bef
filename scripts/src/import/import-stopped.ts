/** The hub does not let the import go on, or does not answer for too long; what was done is kept, and the import can be resumed. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}
