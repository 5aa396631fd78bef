import { describe, expect, it } from 'vitest';
import { mayConnect, sourceFault } from './source-address.js';

const entered = { hosts: new Set(['data.example.cn:443', 'api.example.cn:*', '10.1.2.3:8443', '[fd00::1]:443']), plainHosts: new Set(['127.0.0.1:8080']) };

describe('the address of a source', () => {
  it('is one that the operator has entered, with its port and by https', () => {
    const open = ['https://data.example.cn/a?b=c', 'https://DATA.example.cn./', 'https://api.example.cn:9/', 'https://10.1.2.3:8443/', 'https://[fd00::1]/', 'http://127.0.0.1:8080/'];
    const shut = ['http://data.example.cn/', 'https://data.example.cn:444/', 'https://sub.data.example.cn/', 'https://example.cn/', 'https://10.1.2.3/', 'https://127.0.0.1:8080/', 'http://127.0.0.1/', 'ftp://data.example.cn/', 'file:///etc/passwd', 'https://data.example.cn.evil.example/'];
    expect([...open, ...shut].filter((each) => sourceFault(each, entered) === undefined)).toEqual(open);
  });

  it('is none without a host, and none with a user or a password', () => {
    expect(['', 'data.example.cn', 'https://', 'https://u@data.example.cn/', 'https://:p@data.example.cn/'].map((each) => sourceFault(each, entered))).toEqual(['NO_URL', 'NO_URL', 'NO_URL', 'USER', 'USER']);
  });

  it('of nobody is allowed where nothing was entered', () => {
    expect(sourceFault('https://data.example.cn/', { hosts: new Set(), plainHosts: new Set() })).toBe('NOT_ALLOWED');
  });
});

describe('what a source leads to', () => {
  it('is public, or stands on the list itself with that port and protocol', () => {
    const place = { port: '8443', protocol: 'https:' };
    expect(['8.8.8.8', '10.1.2.3', '10.1.2.4', '127.0.0.1', '::1', 'fd00::1'].filter((address) => mayConnect(address, place, entered))).toEqual(['8.8.8.8', '10.1.2.3']);
    expect(mayConnect('fd00::1', { port: '', protocol: 'https:' }, entered)).toBe(true);
    expect(mayConnect('10.1.2.3', { port: '', protocol: 'https:' }, entered)).toBe(false);
    expect(mayConnect('127.0.0.1', { port: '8080', protocol: 'http:' }, entered)).toBe(true);
  });
});
