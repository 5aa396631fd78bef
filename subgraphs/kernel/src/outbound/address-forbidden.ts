/** A host leads to no address that may be called. */
export class AddressForbidden extends Error {
  override readonly name = 'AddressForbidden';
}
