import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { nameOfKey } from './name-of-key.js';

/** A key, a certificate for it, and one for another (self-signed, valid until 2126). */
const key = { kty: 'EC', crv: 'P-256', x: 'pw5aHNHDFXbt0uaOjXNeRQxbGX0HlmZXMumLVt6MjOo', y: 'X_dEnIt7HEoas7m-ZpcBLH-q5U6YGD3G83HjRytn2V4' };
const certificate =
  'MIIBcDCCARWgAwIBAgIUaDNeyBwlP7C3BYraOjIWi4f2/HMwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBYTAgFw0yNjExMjgwMTM0MDFaGA8yMTI2MTEwNDAxMzQwMVowDDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKcOWhzRwxV27dLmjo1zXkUMWxl9B5ZmVzLpi1bejIzqX/dEnIt7HEoas7m+ZpcBLH+q5U6YGD3G83HjRytn2V6jUzBRMB0GA1UdDgQWBBTbtrBeSRbuQqHHbrw4VPzFVYI5pzAfBgNVHSMEGDAWgBTbtrBeSRbuQqHHbrw4VPzFVYI5pzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCN6iKlb39WCn0aV9I1g5E+YgWBgKiEMMb1xjibfuSEkgIhAI5oJQCT83HDQLojcwG9BVQPd15qFJU/kDWvWot3Rb4t';
const another =
  'MIIBbzCCARWgAwIBAgIUOHbkM5iMuyYXQniGxRyirOPWa0IwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBYjAgFw0yNjExMjgwMTM0MDFaGA8yMTI2MTEwNDAxMzQwMVowDDEKMAgGA1UEAwwBYjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABA403KGfFQRZJ6xjb+ERf/gAQpryg0LW+tRR17hOr6tifWgcMUU7Z2NlPY4sWw9q1NovDiFSEGIwShsdooVte5WjUzBRMB0GA1UdDgQWBBRR8B078U8LI2jPg5IWB5AolhPqOjAfBgNVHSMEGDAWgBRR8B078U8LI2jPg5IWB5AolhPqOjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDwb2B2XqMzvfDZYn16FwLa2mZ5XiqMG4Nvx5gN9nC0cQIgSAa6dtOEV/lBkwGBn6nOnRol2xsyzYGfBLU31U1z31E=';
/** The same by SM2 with SM3: for the key below, and for another (OpenSSL 3.0.19). */
const ofSm2 =
  'MIIBbjCCARWgAwIBAgIUOHp0qfTcTYdXY/VH2Pja6mlKj+0wCgYIKoEcz1UBg3UwDDEKMAgGA1UEAwwBYTAgFw0yNjExMjgxNDEyMzRaGA8yMTI2MTEwNDE0MTIzNFowDDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqBHM9VAYItA0IABM4vw4pOTpe9t8XkAh8+hNxHgUHlsFpdVhLkNK4IVFwQ0bKT2PGUK3dnnZ4wYMFt2DfR4EVsPtopGR7QjhdOpSyjUzBRMB0GA1UdDgQWBBRfg6z4wmecswQhbMOMjhUFoNSorzAfBgNVHSMEGDAWgBRfg6z4wmecswQhbMOMjhUFoNSorzAPBgNVHRMBAf8EBTADAQH/MAoGCCqBHM9VAYN1A0cAMEQCIBWt2kmXskEbQKtY+XliFCatRjwawRtNOAwXEBzPh4PMAiBXdhw/WLg9dCSy2f09/S/IHStJgb9V4uImU2UnDoGoSw==';
const ofAnotherOfSm2 =
  'MIIBbzCCARWgAwIBAgIUFcK5Kya5yEhZOpoTffO+oNFvLhkwCgYIKoEcz1UBg3UwDDEKMAgGA1UEAwwBYjAgFw0yNjExMjgxNDEyMzRaGA8yMTI2MTEwNDE0MTIzNFowDDEKMAgGA1UEAwwBYjBZMBMGByqGSM49AgEGCCqBHM9VAYItA0IABFkPdnSzJsPSuU59Nombt/wF+PuCG4du3TidvSqmVGLF9nW4ub9RYOIhK2dDPcb6F/rSg5/rUBiIdbc0YkKPCGSjUzBRMB0GA1UdDgQWBBTfzhn9Wk2NljARTO0vrAIU3jquNzAfBgNVHSMEGDAWgBTfzhn9Wk2NljARTO0vrAIU3jquNzAPBgNVHRMBAf8EBTADAQH/MAoGCCqBHM9VAYN1A0gAMEUCIQCKqX4jH4XC5OFeifcplz6Pqdk/6T2DOBEY/zFRKCHmKAIgDjsFGA230P5JbFW0/bLeHpu7yHj2xtvUhQincJP8Ov0=';

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

  it('is named so where it is one of SM2 (GB/T 32918), with a certificate that is for it', async () => {
    const sm2 = { kty: 'EC', crv: 'urn:oid:1.2.156.10197.1.301', x: 'zi_Dik5Ol723xeQCHz6E3EeBQeWwWl1WEuQ0rghUXBA', y: '0bKT2PGUK3dnnZ4wYMFt2DfR4EVsPtopGR7QjhdOpSw' };
    expect(await nameOfKey({ ...sm2, alg: 'urn:oid:1.2.156.10197.1.501', x5c: [ofSm2] })).toBe(await calculateJwkThumbprint(sm2));
    for (const x5c of [[ofAnotherOfSm2], [certificate]]) await expect(nameOfKey({ ...sm2, x5c })).rejects.toMatchObject(refused(/certificate/));
    await expect(nameOfKey({ ...key, x5c: [ofSm2] })).rejects.toMatchObject(refused(/certificate/));
    await expect(nameOfKey({ ...sm2, alg: 'ES256' })).rejects.toMatchObject(refused(/kind/));
  });
});
