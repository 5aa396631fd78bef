/** Whose tokens are verified: an OpenID Connect provider, or the development issuer kept in a folder. */
export type Issuer =
  | { readonly kind: 'oidc'; readonly issuer: string; readonly jwksUri?: string | undefined }
  | { readonly kind: 'development'; readonly folder: string };

/** The hub as the audience of tokens (RFC 7519 §4.1.3). */
export const hubAudience = 'hub';
export const developmentIssuer = 'urn:hub:development-issuer';

/** How an issuer names itself in its tokens (iss, RFC 7519 §4.1.1). */
export function nameOfIssuer(issuer: Issuer): string {
  return issuer.kind === 'oidc' ? issuer.issuer : developmentIssuer;
}
