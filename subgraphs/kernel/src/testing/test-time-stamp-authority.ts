import { createHash, webcrypto } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Integer, ObjectIdentifier, OctetString, PrintableString, Sequence } from 'asn1js';
import fastify from 'fastify';
import {
  Attribute, AttributeTypeAndValue, BasicConstraints, Certificate, ContentInfo, EncapsulatedContentInfo, ExtKeyUsage, Extension, IssuerAndSerialNumber, PKIStatusInfo, SignedAndUnsignedAttributes,
  SignedData, SignerInfo, TSTInfo, TimeStampReq, TimeStampResp, id_ContentType_SignedData, id_eContentType_TSTInfo,
} from 'pkijs';

/** An authority that stamps by RFC 3161, for tests; it lies where it is told to. */
export interface TestTimeStampAuthority {
  readonly url: string;
  /** A file with its root, in PEM. */
  readonly rootsFile: string;
  /** How it answers from now on. */
  behave(how: TestBehaviour): void;
  /** How often it was asked. */
  readonly asked: number;
  close(): Promise<void>;
}

/** RIGHT, or one thing that is wrong. */
export type TestBehaviour = 'RIGHT' | 'AWAY' | 'REFUSING' | 'ANOTHER_NONCE' | 'ANOTHER_TEXT' | 'FOR_SERVERS' | 'FOREIGN' | 'UNNAMED' | 'FORGED' | 'WITHOUT_NONCE' | 'EXPIRED' | 'NOT_CRITICAL' | 'TWO_PURPOSES' | 'EARLY' | 'LATE' | 'NAMES_ANOTHER' | 'TWO_SIGNERS' | 'OTHER_CONTENT' | 'ANOTHER_HASH' | 'EMPTY' | 'ENDLESS' | 'BY_SM2';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const timeStamping = '1.3.6.1.5.5.7.3.8';
const forServers = '1.3.6.1.5.5.7.3.1';
const hour = 3_600_000;
const day = 24 * hour;

interface Holder {
  readonly certificate: Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

/** Starts an authority with a root of its own, whose certificate is written to a file. */
export async function testTimeStampAuthority(rootsFile: string): Promise<TestTimeStampAuthority> {
  const [root, foreignRoot] = [await holderOf('Root', undefined), await holderOf('Foreign root', undefined)];
  const right = await holderOf('TSA', root, { purposes: [timeStamping] });
  const foreign = await holderOf('Foreign TSA', foreignRoot, { purposes: [timeStamping] });
  const signers: Partial<Record<TestBehaviour, Holder>> = {
    FOR_SERVERS: await holderOf('Server', root, { purposes: [forServers] }),
    FOREIGN: foreign,
    FORGED: { ...right, keys: foreign.keys },
    EXPIRED: await holderOf('Expired TSA', root, { purposes: [timeStamping], until: Date.now() - hour }),
    NOT_CRITICAL: await holderOf('TSA at ease', root, { purposes: [timeStamping], critical: false }),
    TWO_PURPOSES: await holderOf('TSA and server', root, { purposes: [timeStamping, forServers] }),
  };
  await writeFile(rootsFile, `-----BEGIN CERTIFICATE-----\n${(Buffer.from(root.certificate.toSchema().toBER()).toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`);
  let behaviour: TestBehaviour = 'RIGHT';
  let asked = 0;
  const server = fastify({ forceCloseConnections: true });
  server.addContentTypeParser('application/timestamp-query', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.post<{ Body: Buffer }>('/', async ({ body }, reply) => {
    asked += 1;
    if (behaviour === 'AWAY') return reply.code(503).send();
    if (behaviour === 'ENDLESS') return reply.type('application/timestamp-reply').send(Buffer.alloc(200_000, 0x30));
    const signer = signers[behaviour] ?? right;
    const query = TimeStampReq.fromBER(Uint8Array.from(body));
    return reply.type('application/timestamp-reply').send(Buffer.from(await answerTo(query, signer, behaviour, asked)));
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    rootsFile,
    behave: (how) => void (behaviour = how),
    get asked() {
      return asked;
    },
    close: () => server.close(),
  };
}

interface Usage {
  readonly purposes: readonly string[];
  readonly critical?: boolean;
  /** Milliseconds of the epoch. */
  readonly until?: number;
}

async function holderOf(name: string, issuer: Holder | undefined, usage?: Usage): Promise<Holder> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ valueHex: webcrypto.getRandomValues(new Uint8Array(8)).map((byte, index) => (index === 0 ? 1 : byte)) }) });
  const named = new AttributeTypeAndValue({ type: '2.5.4.3', value: new PrintableString({ value: name }) });
  certificate.subject.typesAndValues.push(named);
  if (issuer) certificate.issuer = issuer.certificate.subject;
  else certificate.issuer.typesAndValues.push(named);
  certificate.notBefore.value = new Date(Date.now() - day);
  certificate.notAfter.value = new Date(usage?.until ?? Date.now() + 365 * day);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  const extension = (extnID: string, critical: boolean, value: BasicConstraints | ExtKeyUsage) => new Extension({ extnID, critical, extnValue: value.toSchema().toBER() });
  certificate.extensions = usage ? [extension('2.5.29.37', usage.critical ?? true, new ExtKeyUsage({ keyPurposes: [...usage.purposes] }))] : [extension('2.5.29.19', true, new BasicConstraints({ cA: true }))];
  await certificate.sign((issuer?.keys ?? keys).privateKey, 'SHA-256');
  return { certificate, keys };
}

async function answerTo(query: TimeStampReq, { certificate, keys }: Holder, behaviour: TestBehaviour, serial: number): Promise<ArrayBuffer> {
  if (behaviour === 'EMPTY') return new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }) }).toSchema().toBER();
  if (behaviour === 'REFUSING') return new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) }).toSchema().toBER();
  const { messageImprint, nonce } = query;
  if (behaviour === 'ANOTHER_HASH') messageImprint.hashAlgorithm.algorithmId = '2.16.840.1.101.3.4.2.2';
  if (behaviour === 'ANOTHER_TEXT') messageImprint.hashedMessage = new OctetString({ valueHex: sha256(Buffer.from('another')) });
  const told = behaviour === 'ANOTHER_NONCE' ? new Integer({ value: 7 }) : behaviour === 'WITHOUT_NONCE' ? undefined : nonce;
  const genTime = new Date(Date.now() + (behaviour === 'EARLY' ? -hour : behaviour === 'LATE' ? hour : 0));
  const info = new TSTInfo({ version: 1, policy: '1.2.3.4', messageImprint, serialNumber: new Integer({ value: serial }), genTime, ordering: false, ...(told && { nonce: told }) });
  const content = info.toSchema().toBER();
  const essCertId = new Sequence({ value: [new OctetString({ valueHex: sha256(behaviour === 'NAMES_ANOTHER' ? Buffer.from('another') : Buffer.from(certificate.toSchema().toBER())) })] });
  const signingCertificate = new Attribute({ type: '1.2.840.113549.1.9.16.2.47', values: [new Sequence({ value: [new Sequence({ value: [essCertId] })] })] });
  const signedAttrs = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new Attribute({ type: '1.2.840.113549.1.9.3', values: [new ObjectIdentifier({ value: behaviour === 'OTHER_CONTENT' ? '1.2.840.113549.1.7.1' : id_eContentType_TSTInfo })] }),
      new Attribute({ type: '1.2.840.113549.1.9.4', values: [new OctetString({ valueHex: sha256(Buffer.from(content)) })] }),
      ...(behaviour === 'UNNAMED' ? [] : [signingCertificate]),
    ],
  });
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: id_eContentType_TSTInfo, eContent: new OctetString({ valueHex: content }) }),
    signerInfos: [new SignerInfo({ version: 1, sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }), signedAttrs })],
    certificates: [certificate],
  });
  await signed.sign(keys.privateKey, 0, 'SHA-256');
  for (const signer of behaviour === 'BY_SM2' ? signed.signerInfos : []) signer.signatureAlgorithm.algorithmId = '1.2.156.10197.1.501';
  if (behaviour === 'TWO_SIGNERS') signed.signerInfos.push(...signed.signerInfos);
  const timeStampToken = new ContentInfo({ contentType: id_ContentType_SignedData, content: signed.toSchema(true) });
  return new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken }).toSchema().toBER();
}

function sha256(content: Buffer): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(content).digest());
}
