/** Why the hub did not answer: an error as the catalogue of errors has it, or none where it could not be reached. */
export interface Refused {
  /** Such as SHARING_NOT_IN_AUDIENCE; undefined where no hub answered. */
  readonly code: string | undefined;
  /** What it says, in the viewer's language: what is wrong and what to do. */
  readonly message: string;
  readonly path: readonly (string | number)[];
  /** Of what was sent with an act, the part that is wrong; undefined where it is the whole, or none that is named. */
  readonly field?: string | undefined;
}

/** A question to which the hub gave no data at all. */
export class HubRefusal extends Error {
  override readonly name = 'HubRefusal';
  readonly refused: Refused;
  readonly status: number;

  constructor(refused: Refused, status: number) {
    super(refused.message);
    this.refused = refused;
    this.status = status;
  }
}

/** Asked again, it may go better: the hub was out of reach, or has trouble of its own. */
export function retryable(error: unknown): boolean {
  return !(error instanceof HubRefusal) || error.status >= 500;
}
