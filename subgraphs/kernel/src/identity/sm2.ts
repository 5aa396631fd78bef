/**
 * The names of SM2 with SM3 (GB/T 32918) in a JWS and a JWK. JOSE has registered none, so they are object identifiers of GB/T 33560: that of SM2 with SM3, and that of SM2, by which certificates name the curve, as RFC 7515 §4.1.1 and RFC 7518 §6.2.1.1 have it for
 * names that nobody else can give.
 */
export const sm2 = { algorithm: 'urn:oid:1.2.156.10197.1.501', curve: 'urn:oid:1.2.156.10197.1.301' } as const;
