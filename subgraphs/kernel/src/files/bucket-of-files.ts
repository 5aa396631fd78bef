import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { isNotKept } from './is-not-kept.js';
import { keptName, type KeptFiles } from './kept-files.js';

/**
 * Files of an owner in a bucket of any store that speaks S3, by its address: s3://bucket/prefix?endpoint=https://…&region=…; who asks is told by
 * AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or as the AWS SDK finds it. The store itself sees to it that an object is there whole or not at all. Objects lie under
 * the owner's name; what was placed before they did lies without it, and is found there.
 */
export function bucketOfFiles(address: string, owner: string): KeptFiles {
  const { hostname: bucket, pathname, searchParams } = new URL(address);
  const prefix = pathname.replace(/^\/|\/$/g, '');
  const below = (...names: readonly string[]) => [...(prefix === '' ? [] : [prefix]), ...names].join('/');
  const keyOf = (partyId: string, hash: string) => below(owner, keptName(partyId, hash));
  const endpoint = searchParams.get('endpoint') ?? undefined;
  let client: S3Client | undefined;
  const sdk = async () => {
    // Loaded where a bucket is set, and nowhere else: it is large.
    const library = await import('@aws-sdk/client-s3');
    // Stores that are not Amazon's know no checksums of its own; what is read was hashed before.
    client ??= new library.S3Client({ region: searchParams.get('region') ?? 'us-east-1', ...(endpoint && { endpoint, forcePathStyle: true }), requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' });
    return { ...library, client };
  };
  return {
    async place(path, partyId, hash) {
      const { client: store, PutObjectCommand } = await sdk();
      const { size } = await stat(path);
      await store.send(new PutObjectCommand({ Bucket: bucket, Key: keyOf(partyId, hash), Body: createReadStream(path), ContentLength: size }));
    },
    async open(partyId, hash, range) {
      const { client: store, GetObjectCommand } = await sdk();
      const object = (Key: string) => store.send(new GetObjectCommand({ Bucket: bucket, Key, ...(range && { Range: `bytes=${range.start}-${range.end}` }) }));
      const { Body } = await object(keyOf(partyId, hash)).catch((error: unknown) => {
        if (!isNotKept(error)) throw error;
        return object(below(keptName(partyId, hash)));
      });
      return Body as Readable;
    },
    close: () => client?.destroy(),
  };
}
