import { owners, settingName } from '@hub/kernel/service/subgraph-environment.js';
import { expect, it } from 'vitest';
import { readEnvironment } from '../src/environment.js';
import { standardLimits } from '../src/limits/limit-settings.js';

const right: Record<string, string> = {
  HUB_DATA_DIR: '/var/lib/hub',
  ...Object.fromEntries(owners.map((owner, n) => [`URL_${settingName(owner)}`, `http://127.0.0.1:${4001 + n}`])),
};

it('the gateway listens on port 4000 of the loopback address unless told otherwise', () => {
  expect(readEnvironment(right)).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    issuer: { kind: 'development', folder: '/var/lib/hub' },
    subgraphs: { 'monitoring-center': 'http://127.0.0.1:4002' },
    upstreamTimeout: 10_000,
    limits: standardLimits,
    shareUpstreamRequests: true,
  });
});

it.each([
  ['PORT', 'many', 'PORT is not a port; right would be, for example, 4000'],
  ['PORT', '70000', 'PORT is not a port; right would be, for example, 4000'],
  ['HUB_DATA_DIR', undefined, 'HUB_DATA_DIR is missing; right would be, for example, /var/lib/hub'],
  ['URL_LABS', undefined, 'URL_LABS is missing or not a URL; right would be, for example, http://127.0.0.1:4001'],
  ['URL_REGISTRY', 'http://127.0.0.1:4006/graphql', 'URL_REGISTRY has a path'],
  ['OIDC_ISSUER', 'login', 'OIDC_ISSUER is missing or not a URL'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL is no level'],
  ['UPSTREAM_SHARING', 'yes', 'UPSTREAM_SHARING is neither on nor off; right would be, for example, on'],
  ['UPSTREAM_TIMEOUT_MS', '0', 'UPSTREAM_TIMEOUT_MS is not a number of milliseconds'],
  ['LIMIT_DEPTH', '0', 'LIMIT_DEPTH is not a whole number of at least 1; right would be, for example, 25'],
  ['LIMIT_TOKENS', 'many', 'LIMIT_TOKENS is not a whole number of at least 10; right would be, for example, 10000'],
  ['LIMIT_TIME_MS', '1.5', 'LIMIT_TIME_MS is not a whole number'],
  ['EXPORT_ROWS', '0', 'EXPORT_ROWS is not a whole number of at least 1; right would be, for example, 1000000'],
  ['DOCUMENT_PAGES', '0', 'DOCUMENT_PAGES is not a whole number of at least 1; right would be, for example, 200'],
  ['INTROSPECTION', 'yes', 'INTROSPECTION is neither on nor off; right would be, for example, off'],
  ['PERSISTED_QUERIES_BYTES', '0', 'PERSISTED_QUERIES_BYTES is not a whole number of at least 1024'],
  ['USAGE_REPORT_SECONDS', '600', 'USAGE_REPORT_SECONDS is not a whole number of at least 1 and at most 60; right would be, for example, 10'],
  ['SANDBOX', 'yes', 'SANDBOX is neither on nor off; right would be, for example, off'],
  ['DEMO_IDENTITIES', '[', 'DEMO_IDENTITIES is not JSON'],
  ['TRUSTED_PROXIES', '10.0.0.5, everybody', 'TRUSTED_PROXIES is no list of addresses; right would be, for example, 10.0.0.5,192.168.1.0/24'],
  ['SAFELIST', 'on', 'SAFELIST is none of off, log and enforce; right would be, for example, log'],
  ['NODE_ENV', 'production', 'OIDC_ISSUER is missing: in production the development issuer does not run'],
])('a wrong %s (%s) stops the start with its name and a right example', (name, value, said) => {
  expect(() => readEnvironment({ ...right, [name]: value })).toThrow(said);
});

it('takes each limit as it is set', () => {
  expect(readEnvironment({ ...right, LIMIT_DEPTH: '7' }).limits).toEqual({ ...standardLimits, LIMIT_DEPTH: 7 });
});

it.each([
  ['on', 'with the development issuer', {}],
  ['off', 'with another issuer', { OIDC_ISSUER: 'https://login.example.gov.cn/realms/hub' }],
  ['on', 'with another issuer where it is set so', { OIDC_ISSUER: 'https://login.example.gov.cn/realms/hub', INTROSPECTION: 'on' }],
  ['off', 'with the development issuer where it is set so', { INTROSPECTION: 'off' }],
])('introspection is %s %s', (expected, _where, settings) => {
  expect(readEnvironment({ ...right, ...settings }).introspection).toBe(expected === 'on');
});

it.each([
  ['on', 'with the development issuer', {}],
  ['off', 'in production', { NODE_ENV: 'production', OIDC_ISSUER: 'https://login.example.gov.cn/realms/hub' }],
  ['on', 'in production where it is switched on', { NODE_ENV: 'production', OIDC_ISSUER: 'https://login.example.gov.cn/realms/hub', SANDBOX: 'on' }],
])('Apollo Sandbox is %s %s; GraphiQL is on', (expected, _where, settings) => {
  expect(readEnvironment({ ...right, ...settings })).toMatchObject({ sandbox: expected === 'on', explorer: true });
});
