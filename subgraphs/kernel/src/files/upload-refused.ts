/** A refusal of the catalogue in the shape in which tus answers with errors. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
  readonly status_code: number;
  readonly body: string;

  constructor(message: string, status: number, body: string) {
    super(message);
    this.status_code = status;
    this.body = body;
  }
}
