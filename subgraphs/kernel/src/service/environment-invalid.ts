/** A setting that is missing or wrong; the message names it and gives a right example. */
export class EnvironmentInvalid extends Error {
  override readonly name = 'EnvironmentInvalid';
}
