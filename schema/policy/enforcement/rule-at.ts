/**
 * The rule that guards a field.
 * @throws Error if there is none: nothing may be reached that no rule guards.
 */
export function ruleAt<Rule>(rules: Readonly<Record<string, Readonly<Record<string, Rule>>>>, type: string, field: string): Rule {
  const rule = rules[type]?.[field];
  if (!rule) throw new Error(`No rule guards ${type}.${field}; shield must cover the whole schema.`);
  return rule;
}
