import type { BreakingChangeType, DangerousChangeType } from 'graphql';

/** What changes for clients, as graphql-js tells it apart, in Chinese (GraphQL 结构变更). */
export const changeInChinese: Readonly<Record<`${BreakingChangeType | DangerousChangeType}`, string>> = {
  TYPE_REMOVED: '类型已删除',
  TYPE_CHANGED_KIND: '类型的种类已改变',
  TYPE_REMOVED_FROM_UNION: '类型已移出联合类型',
  VALUE_REMOVED_FROM_ENUM: '枚举值已删除',
  REQUIRED_INPUT_FIELD_ADDED: '新增了必填的输入字段',
  IMPLEMENTED_INTERFACE_REMOVED: '类型不再实现接口',
  FIELD_REMOVED: '字段已删除',
  FIELD_CHANGED_KIND: '字段的类型已改变',
  REQUIRED_ARG_ADDED: '新增了必填参数',
  ARG_REMOVED: '参数已删除',
  ARG_CHANGED_KIND: '参数的类型已改变',
  DIRECTIVE_REMOVED: '指令已删除',
  DIRECTIVE_ARG_REMOVED: '指令的参数已删除',
  REQUIRED_DIRECTIVE_ARG_ADDED: '指令新增了必填参数',
  DIRECTIVE_REPEATABLE_REMOVED: '指令不再可重复',
  DIRECTIVE_LOCATION_REMOVED: '指令的位置已减少',
  VALUE_ADDED_TO_ENUM: '新增了枚举值',
  TYPE_ADDED_TO_UNION: '联合类型新增了成员',
  OPTIONAL_INPUT_FIELD_ADDED: '新增了选填的输入字段',
  OPTIONAL_ARG_ADDED: '新增了选填参数',
  IMPLEMENTED_INTERFACE_ADDED: '类型新实现了接口',
  ARG_DEFAULT_VALUE_CHANGE: '参数的默认值已改变',
};
