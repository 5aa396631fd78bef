/** A signatory (授权签字人) and the lab for which it signs. */
export interface Signatory {
  readonly labId: string;
  readonly userId: string;
}

/** The public half of a signing key (RFC 7517); which parts it has depends on its kind. */
export interface PublicJwk {
  readonly kty: string;
  readonly alg?: string;
  /** Certificates, the first of which is for the key: base64 of DER (RFC 7517 §4.7). */
  readonly x5c?: string[];
  readonly [part: string]: unknown;
}

/** A key that a signer has made: its public half, and the private one as JWE (RFC 7516) where the hub keeps it for the signer. */
export interface MadeKey {
  readonly publicJwk: PublicJwk;
  readonly privateJwe: string | null;
}

/** The key with which something is to be signed. */
export interface KeyToSign {
  /** JWK thumbprint (RFC 7638). */
  readonly id: string;
  readonly privateJwe: string | null;
}

/**
 * Who makes the keys of signatories and signs with them: the private half never leaves it. What comes back is verified before it
 * counts.
 */
export interface Signer {
  /** As it stands beside the keys that it has made. */
  readonly name: string;
  /** @throws Refusal SIGNER_UNAVAILABLE, SIGNER_REFUSED */
  makeKey(signatory: Signatory): Promise<MadeKey>;
  /**
   * Signs what a JWS signs (RFC 7515 §5.1): protected header and payload, each in base64url, with a dot between.
   *
   * @returns the signature in base64url
   * @throws Refusal SIGNER_UNAVAILABLE, SIGNER_REFUSED
   */
  sign(key: KeyToSign, algorithm: string, signingInput: string): Promise<string>;
}
