import { expect, test } from 'vitest';
import { endpointProblem, endpointUrl } from './endpoint.ts';

test.each([
  ['https://dm.aliyuncs.com', 'https://dm.aliyuncs.com/'],
  ['https://dm.aliyuncs.com/', 'https://dm.aliyuncs.com/'],
  ['https://mail.example.com:8443', 'https://mail.example.com:8443/'],
  ['dm.aliyuncs.com', 'https://dm.aliyuncs.com/'],
  ['mail.example.com:8443', 'https://mail.example.com:8443/'],
  ['http://localhost:3010', 'http://localhost:3010/'],
  ['http://mail.localhost:3010', 'http://mail.localhost:3010/'],
  ['http://direct-mail:3010', 'http://direct-mail:3010/'],
  ['http://127.0.0.1:3010', 'http://127.0.0.1:3010/'],
  ['http://127.8.8.8', 'http://127.8.8.8/'],
  ['http://10.1.2.3', 'http://10.1.2.3/'],
  ['http://172.31.255.255', 'http://172.31.255.255/'],
  ['http://192.168.0.9', 'http://192.168.0.9/'],
  ['http://[::1]:3010', 'http://[::1]:3010/'],
  ['http://[fd12::1]', 'http://[fd12::1]/'],
])('%s is taken', (endpoint, url) => {
  expect(endpointProblem(endpoint)).toBeUndefined();
  expect(endpointUrl(endpoint).href).toBe(url);
});

test.each([
  'http://dm.aliyuncs.com',
  'http://8.8.8.8',
  'http://172.32.0.1',
  'http://192.169.0.1',
  'http://169.254.169.254',
  'http://100.64.0.1',
  'http://0.0.0.0',
  'http://134744072',
  'http://[2001:db8::1]',
  'http://localhost.example.com',
])('%s may not be plain http', (endpoint) => {
  expect(endpointProblem(endpoint)).toMatch(/plain http to a public host/);
});

test.each([
  'https://user:password@dm.aliyuncs.com',
  'https://dm.aliyuncs.com/path',
  'https://dm.aliyuncs.com/?a=b',
  'https://dm.aliyuncs.com/#a',
])('%s has too much', (endpoint) => {
  expect(endpointProblem(endpoint)).toMatch(/more than an origin/);
});

test.each(['ftp://example.com', 'file:///etc/passwd', 'https://', 'two words', 'https://a b'])(
  '%s is no address',
  (endpoint) => {
    expect(endpointProblem(endpoint)).toMatch(/not an address/);
  },
);
