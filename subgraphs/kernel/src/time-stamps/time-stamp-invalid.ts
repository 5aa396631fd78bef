/** A time stamp that proves nothing; the message says why. */
export class TimeStampInvalid extends Error {
  override readonly name = 'TimeStampInvalid';
}
