import { expect, it } from 'vitest';
import { fileSettingsOf } from './file-settings.js';

const settings = (url: string, kind: 'development' | 'oidc' = 'oidc') =>
  fileSettingsOf({ owner: 'labs', issuer: kind === 'oidc' ? { kind, issuer: 'https://login.example.cn' } : { kind, folder: '/tmp' }, variables: { EVIDENCE_STORE_URL: url } });

it('a bucket is reached over https alone, but where a developer runs the hub', () => {
  expect(settings('s3://evidence/hub?endpoint=https://s3.example.cn').bucketUrl).toContain('https');
  expect(settings('s3://evidence/hub').bucketUrl).toBeDefined();
  expect(settings('s3://evidence/hub?endpoint=http://127.0.0.1:9000', 'development').bucketUrl).toContain('http:');
  for (const endpoint of ['http://s3.example.cn', 'HTTP://s3.example.cn', 'ftp://s3.example.cn', 's3.example.cn']) expect(() => settings(`s3://evidence/hub?endpoint=${endpoint}`)).toThrow(/EVIDENCE_STORE_URL.*https:/);
});
