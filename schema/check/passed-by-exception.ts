import type { RuleException } from './check-task.js';
import { passed, type SchemaFinding } from './schema-finding.js';

/** A finding that an exception in writing lets pass, with its reason. */
export function passedByException(found: SchemaFinding, { until, reason }: RuleException): SchemaFinding {
  return passed(found, { en: `excepted until ${until}: ${reason}`, 'zh-CN': `例外至 ${until}：${reason}` });
}
