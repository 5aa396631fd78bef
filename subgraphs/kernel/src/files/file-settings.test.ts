import { expect, it } from 'vitest';
import { fileSettingsOf } from './file-settings.js';

const settings = (url: string, kind: 'development' | 'oidc' = 'oidc') =>
  fileSettingsOf('labs', { EVIDENCE_STORE_URL: url }, kind === 'oidc' ? { kind, issuer: 'https://login.example.cn' } : { kind, folder: '/tmp' });

it('a bucket is reached over https alone, but where a developer runs the hub', () => {
  expect(settings('s3://evidence/hub?endpoint=https://s3.example.cn').bucketUrl).toContain('https');
  expect(settings('s3://evidence/hub').bucketUrl).toBeDefined();
  expect(settings('s3://evidence/hub?endpoint=http://127.0.0.1:9000', 'development').bucketUrl).toContain('http:');
  for (const endpoint of ['http://s3.example.cn', 'HTTP://s3.example.cn', 'ftp://s3.example.cn', 's3.example.cn']) expect(() => settings(`s3://evidence/hub?endpoint=${endpoint}`)).toThrow(/EVIDENCE_STORE_URL.*https:/);
});

it.each([
  ['EVIDENCE_MAX_BYTES', '2147483648', /at most 2147483647/],
  ['EVIDENCE_MEDIA_TYPES', 'image/*,jpeg', /image\/\*,video/],
  ['EVIDENCE_MEDIA_TYPES', ' , ', /image\/\*,video/],
  ['EVIDENCE_STORE_URL', 'https://s3.example.cn/evidence', /s3:\/\/evidence/],
  ['EVIDENCE_FILES_REQUIRED', 'yes', /for example, on/],
])('%s as %s stops the start, with a right example', (name, value, example) => {
  const reading = () => fileSettingsOf('labs', { [name]: value }, { kind: 'development', folder: '/tmp' });
  expect(reading).toThrow(new RegExp(name));
  expect(reading).toThrow(example);
});

it('an authority of time stamps is set with the roots that are believed, or not at all', () => {
  const stamps = (variables: Record<string, string>) => fileSettingsOf('labs', variables, { kind: 'development', folder: '/tmp' }).timeStamps;
  expect(stamps({})).toBeUndefined();
  for (const roots of [undefined, '/nowhere.pem', import.meta.filename]) {
    expect(() => stamps({ EVIDENCE_TIMESTAMP_URL: 'https://tsa.example.cn', ...(roots && { EVIDENCE_TIMESTAMP_ROOTS: roots }) })).toThrow(/EVIDENCE_TIMESTAMP_ROOTS.*roots\.pem/);
  }
  expect(() => stamps({ EVIDENCE_TIMESTAMP_URL: 'tsa.example.cn' })).toThrow(/EVIDENCE_TIMESTAMP_URL.*https:/);
});
