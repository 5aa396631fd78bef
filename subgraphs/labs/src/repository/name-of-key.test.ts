import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { nameOfKey } from './name-of-key.js';

/** A key, a certificate for it, and one for another (self-signed, valid until 2126). */
const key = { kty: 'EC', crv: 'P-256', x: 'pw5aHNHDFXbt0uaOjXNeRQxbGX0HlmZXMumLVt6MjOo', y: 'X_dEnIt7HEoas7m-ZpcBLH-q5U6YGD3G83HjRytn2V4' };
const certificate =
  'MIIBcDCCARWgAwIBAgIUaDNeyBwlP7C3BYraOjIWi4f2/HMwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBYTAgFw0yNjExMjgwMTM0MDFaGA8yMTI2MTEwNDAxMzQwMVowDDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKcOWhzRwxV27dLmjo1zXkUMWxl9B5ZmVzLpi1bejIzqX/dEnIt7HEoas7m+ZpcBLH+q5U6YGD3G83HjRytn2V6jUzBRMB0GA1UdDgQWBBTbtrBeSRbuQqHHbrw4VPzFVYI5pzAfBgNVHSMEGDAWgBTbtrBeSRbuQqHHbrw4VPzFVYI5pzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCN6iKlb39WCn0aV9I1g5E+YgWBgKiEMMb1xjibfuSEkgIhAI5oJQCT83HDQLojcwG9BVQPd15qFJU/kDWvWot3Rb4t';
const another =
  'MIIBbzCCARWgAwIBAgIUOHbkM5iMuyYXQniGxRyirOPWa0IwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBYjAgFw0yNjExMjgwMTM0MDFaGA8yMTI2MTEwNDAxMzQwMVowDDEKMAgGA1UEAwwBYjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABA403KGfFQRZJ6xjb+ERf/gAQpryg0LW+tRR17hOr6tifWgcMUU7Z2NlPY4sWw9q1NovDiFSEGIwShsdooVte5WjUzBRMB0GA1UdDgQWBBRR8B078U8LI2jPg5IWB5AolhPqOjAfBgNVHSMEGDAWgBRR8B078U8LI2jPg5IWB5AolhPqOjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDwb2B2XqMzvfDZYn16FwLa2mZ5XiqMG4Nvx5gN9nC0cQIgSAa6dtOEV/lBkwGBn6nOnRol2xsyzYGfBLU31U1z31E=';

const refused = (problem: RegExp) => ({ code: 'SIGNER_REFUSED', details: { parameters: { problem: { en: expect.stringMatching(problem) } } } });

describe('a key that a signer gives', () => {
  it('is named by its thumbprint, with its certificate or without', async () => {
    const name = await calculateJwkThumbprint(key);
    expect(await nameOfKey(key)).toBe(name);
    expect(await nameOfKey({ ...key, x5c: [certificate, another] })).toBe(name);
  });

  it.each([[[another, certificate]], [['no certificate']], [[]]])('is refused where the first certificate is not for it (%#)', async (x5c) => {
    await expect(nameOfKey({ ...key, x5c })).rejects.toMatchObject(refused(/certificate/));
  });

  it('is refused where parts of it are missing, or no report is signed with such', async () => {
    const { y: _y, ...part } = key;
    await expect(nameOfKey(part)).rejects.toMatchObject(refused(/lacks/));
    await expect(nameOfKey({ ...key, crv: 'secp256k1' })).rejects.toMatchObject(refused(/kind/));
  });
});
