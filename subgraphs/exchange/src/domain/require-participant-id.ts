import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { serviceNames } from '@hub/schema/code-lists/service-names.js';

/**
 * How a party is to be named in tokens and references: small letters, digits and hyphens, which every log and address takes as they are.
 *
 * @throws Refusal VALUE_INVALID
 */
export function requireParticipantId(field: string, id: string): string {
  const problem = { en: 'it is not made of 2 to 40 small letters, digits and hyphens, beginning with a letter', 'zh-CN': '应为 2 至 40 个小写字母、数字或连字符，并以字母开头' };
  requireValid(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) && id.length >= 2 && id.length <= 40, field, problem, 'lab-qinghe');
  requireValid(!serviceNames.includes(id), field, { en: 'a service of the hub has this name', 'zh-CN': '该标识由共享库自身的服务使用' }, 'lab-qinghe');
  return id;
}
