/** The issuer's keys cannot be read: nothing is known of the token, and its sender can do nothing about it. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}
