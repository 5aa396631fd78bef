/** A subgraph did not answer within the time it has. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** A subgraph is not asked, for it did not answer the last times it was. */
export class CircuitOpen extends Error {
  override readonly name = 'CircuitOpen';
}

/** A subgraph is not asked, for too many requests wait for it already. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

/** Nobody waits for the answer any more. */
export class Abandoned extends Error {
  override readonly name = 'Abandoned';

  constructor() {
    super('nobody waits for the answer any more');
  }
}
