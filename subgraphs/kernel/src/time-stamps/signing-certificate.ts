import { createHash, timingSafeEqual } from 'node:crypto';
import { OctetString, Sequence } from 'asn1js';
import { AlgorithmIdentifier, type Certificate, type SignedAndUnsignedAttributes } from 'pkijs';

/** SigningCertificateV2 (RFC 5816 §2.2.1) and SigningCertificate (RFC 3161 §2.4.2), which knows SHA-1 only. */
const attributes: Readonly<Record<string, string>> = { '1.2.840.113549.1.9.16.2.47': 'sha256', '1.2.840.113549.1.9.16.2.12': 'sha1' };
const digests: Readonly<Record<string, string>> = { '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512' };

/** Whether the signed attributes of a time stamp name this certificate as the one that signed: no other certificate of the same key can be put in its place. */
export function namesSigningCertificate(signed: SignedAndUnsignedAttributes, certificate: Certificate): boolean {
  return signed.attributes.some(({ type, values }) => {
    const byDefault = attributes[type];
    const [value] = values as unknown[];
    if (byDefault === undefined || !(value instanceof Sequence)) return false;
    const [certificates] = value.valueBlock.value;
    const [named] = certificates instanceof Sequence ? certificates.valueBlock.value : [];
    if (!(named instanceof Sequence)) return false;
    const [first, second] = named.valueBlock.value;
    const [algorithm, hash] = first instanceof Sequence ? [digests[new AlgorithmIdentifier({ schema: first }).algorithmId], second] : [byDefault, first];
    if (algorithm === undefined || !(hash instanceof OctetString)) return false;
    const told = Buffer.from(hash.getValue());
    const found = createHash(algorithm).update(Buffer.from(certificate.toSchema().toBER())).digest();
    return told.length === found.length && timingSafeEqual(told, found);
  });
}
