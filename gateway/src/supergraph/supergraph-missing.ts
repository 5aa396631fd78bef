/** There is no supergraph to start with; the message says what to do. */
export class SupergraphMissing extends Error {
  override readonly name = 'SupergraphMissing';
}
