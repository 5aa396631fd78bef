import { OctetString, type Integer } from 'asn1js';
import { Certificate, ContentInfo, ExtKeyUsage, SignedData, SignedDataVerifyError, TSTInfo, id_ContentType_SignedData, id_ExtKeyUsage, id_eContentType_TSTInfo, id_sha256, type SignerInfo } from 'pkijs';
import { clockAllowance } from './clock-allowance.js';
import { namesSigningCertificate } from './signing-certificate.js';
import { TimeStampInvalid } from './time-stamp-invalid.js';

/** What a time stamp proves: that the text was there at this time. */
export interface ProvenTime {
  readonly at: Date;
  /** Of the stamp, at its authority; hexadecimal. */
  readonly serial: string;
}

export interface TimeStampedText {
  /** A TimeStampToken (RFC 3161 §2.4.2), DER. */
  readonly token: Uint8Array;
  /** What was stamped, in UTF-8. */
  readonly text: string;
  /** The certificates of the authorities that are believed, DER. */
  readonly roots: readonly Uint8Array[];
  /** What was asked with, where the stamp is an answer. */
  readonly nonce?: Integer;
  /** When it was answered, where the stamp is an answer: it tells this time, but for clocks that differ, and its certificate is valid then. */
  readonly now?: Date;
}

const contentType = '1.2.840.113549.1.9.3';
const timeStamping = '1.3.6.1.5.5.7.3.8';
/** Algorithms of this country (GB/T 33560), such as SM2 and SM3. */
const ofChina = '1.2.156.10197.1.';

/**
 * Verifies a time stamp by RFC 3161 (§2.3, §2.4.2): it is over the SHA-256 of this text, signed by a certificate that is for time stamping alone, which it names, and
 * which leads to one of the roots at the time that it tells. Signatures by RSA or ECDSA; one by SM2 is refused as such. Whether a certificate was revoked is not looked at.
 *
 * @throws TimeStampInvalid
 */
export async function verifyTimeStamp({ token, text, roots, nonce, now }: TimeStampedText): Promise<ProvenTime> {
  const { signed, signer, info } = read(token);
  if ([signer.digestAlgorithm, signer.signatureAlgorithm].some(({ algorithmId }) => algorithmId.startsWith(ofChina))) {
    throw new TimeStampInvalid('it is signed by SM2, which the hub does not verify in time stamps; ask the authority for stamps signed by RSA or ECDSA');
  }
  if (info.messageImprint.hashAlgorithm.algorithmId !== id_sha256) throw new TimeStampInvalid('it is not over a SHA-256');
  if (nonce && !info.nonce?.isEqual(nonce)) throw new TimeStampInvalid('it is no answer to what was asked: its nonce is another');
  if (now && Math.abs(info.genTime.getTime() - now.getTime()) > clockAllowance) throw new TimeStampInvalid(`it tells ${info.genTime.toISOString()}, and was asked for at ${now.toISOString()}`);
  const { signerCertificate: certificate } = await verified(signed, text, roots);
  if (!certificate || !isForTimeStampingAlone(certificate)) throw new TimeStampInvalid('its certificate is not for time stamping alone (RFC 3161 §2.3)');
  if (now && (certificate.notBefore.value > now || certificate.notAfter.value < now)) throw new TimeStampInvalid('its certificate is not valid now');
  if (!signer.signedAttrs || !namesSigningCertificate(signer.signedAttrs, certificate)) throw new TimeStampInvalid('it does not name the certificate that signed it (RFC 5816)');
  return { at: info.genTime, serial: Buffer.from(info.serialNumber.valueBlock.valueHexView).toString('hex') };
}

function read(token: Uint8Array): { readonly signed: SignedData; readonly signer: SignerInfo; readonly info: TSTInfo } {
  try {
    const { contentType: type, content } = ContentInfo.fromBER(Uint8Array.from(token));
    if (type !== id_ContentType_SignedData) throw new Error('it is not signed');
    const signed = new SignedData({ schema: content });
    const { eContentType, eContent } = signed.encapContentInfo;
    const [signer, another] = signed.signerInfos;
    if (eContentType !== id_eContentType_TSTInfo || !(eContent instanceof OctetString)) throw new Error('it holds no TSTInfo');
    if (!signer || another) throw new Error('it has not just one signer');
    const told = signer.signedAttrs?.attributes.find(({ type: attribute }) => attribute === contentType)?.values as { valueBlock?: { toString(): string } }[] | undefined;
    if (told?.[0]?.valueBlock?.toString() !== id_eContentType_TSTInfo) throw new Error('what is signed is not said to be a TSTInfo');
    return { signed, signer, info: TSTInfo.fromBER(eContent.getValue()) };
  } catch (error) {
    throw new TimeStampInvalid(`it is no time stamp: ${(error as Error).message}`, { cause: error });
  }
}

async function verified(signed: SignedData, text: string, roots: readonly Uint8Array[]) {
  const data = Uint8Array.from(Buffer.from(text)).buffer;
  const result = await signed.verify({ signer: 0, data, trustedCerts: roots.map((root) => Certificate.fromBER(Uint8Array.from(root))), checkChain: true, extendedMode: true }).catch((error: unknown) => {
    throw new TimeStampInvalid(error instanceof SignedDataVerifyError ? error.message : `it cannot be verified: ${String(error)}`, { cause: error });
  });
  if (result.signatureVerified !== true) throw new TimeStampInvalid('its signature is wrong');
  return result;
}

function isForTimeStampingAlone({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === id_ExtKeyUsage);
  return usage?.critical === true && usage.parsedValue instanceof ExtKeyUsage && usage.parsedValue.keyPurposes.join() === timeStamping;
}
