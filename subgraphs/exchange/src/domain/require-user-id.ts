import { requireValid } from '@hub/kernel/validation/require-valid.js';

/**
 * The subject of a user's tokens (RFC 7519 §4.1.2), as the identity provider has it: printable ASCII without blanks.
 *
 * @throws Refusal VALUE_INVALID
 */
export function requireUserId(field: string, id: string): string {
  const problem = { en: 'it is not made of 1 to 128 printable ASCII characters without blanks', 'zh-CN': '应为 1 至 128 个不含空格的可打印 ASCII 字符' };
  requireValid(/^[\x21-\x7e]{1,128}$/.test(id), field, problem, '3f0c9c52-7c1a-4f6e-9d0b-0d1b7a5f0a11');
  requireValid(!id.startsWith('service:'), field, { en: 'the hub names its own services so', 'zh-CN': '该标识由共享库自身的服务使用' }, '3f0c9c52-7c1a-4f6e-9d0b-0d1b7a5f0a11');
  return id;
}
