/** Where the hub's external signer is. */
export interface ExternalSignerSettings {
  /** Ends with a slash. */
  readonly url: string;
  readonly token: string | undefined;
  readonly timeoutSeconds: number;
}
