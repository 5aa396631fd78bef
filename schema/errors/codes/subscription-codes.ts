import type { CatalogueEntry } from '../catalogue-entry.js';

/** What is said when a subscription cannot begin or go on. */
export const subscriptionCodes = {
  EVENT_CURSOR_INVALID: {
    en: 'This is no cursor of events. Give the cursor of an event that you received, as it was, or leave after out: then it begins now.',
    'zh-CN': '这不是事件游标。请原样提供所收到事件的 cursor，或不带 after，从当前时刻开始。',
  },
  EVENT_CURSOR_OF_OTHER_LOG: {
    en: 'The cursor is of the log "{log}", and this field reads the log "{own}". Give the cursor of an event that you received from this owner; each owner has its own.',
    'zh-CN': '该游标属于日志“{log}”，而本字段读取日志“{own}”。请提供从该单位收到的事件的 cursor；各单位的游标互不通用。',
  },
  EVENT_CURSOR_BEFORE_RESTORE: {
    en: 'The log was restored from a backup since this cursor was given, and positions no longer mean the same. Read the list of what concerns you anew, then subscribe without after.',
    'zh-CN': '自该游标发出后，日志已由备份恢复，原位置不再有效。请重新读取相关列表，然后不带 after 重新订阅。',
  },
  EVENT_CURSOR_ARCHIVED: {
    en: 'Events after this cursor have been archived, so that going on would leave a gap. Read the list of what concerns you anew, then subscribe without after.',
    'zh-CN': '该游标之后的部分事件已归档，继续将产生遗漏。请重新读取相关列表，然后不带 after 重新订阅。',
  },
  EVENT_CURSOR_IN_FUTURE: {
    en: 'The cursor lies after the last event of the log. Give one that you received from here; if you did, the log was restored without telling: inform the operator, read the list anew, and subscribe without after.',
    'zh-CN': '该游标晚于日志的最后一个事件。请提供从此处收到的游标；如确系从此处收到，则日志曾被恢复而未作标记：请告知运维人员，重新读取列表，并不带 after 重新订阅。',
  },
  SUBSCRIPTION_INTERRUPTED: {
    en: 'The service stops for now. Connect again and subscribe with after: the cursor in extensions.after; nothing is lost.',
    'zh-CN': '服务暂时停止。请重新连接，并以 extensions.after 中的游标作为 after 重新订阅；不会遗漏。',
  },
  SUBSCRIPTION_NEEDS_SOCKET: {
    en: 'A subscription is answered over WebSocket only (subprotocol graphql-transport-ws, at this same address). Connect there, or poll a list.',
    'zh-CN': '订阅仅通过 WebSocket 应答（同一地址，子协议 graphql-transport-ws）。请通过该方式连接，或定期查询列表。',
  },
  SOCKET_FOR_SUBSCRIPTIONS_ONLY: {
    en: 'Over WebSocket only subscriptions are answered. Send queries and mutations by HTTP POST to this same address.',
    'zh-CN': 'WebSocket 仅应答订阅。查询与操作请以 HTTP POST 发送至同一地址。',
  },
  SUBSCRIPTION_NEEDS_STREAM: {
    status: 400,
    en: 'A subscription has many answers, and this request takes one. Subscribe at this same address over WebSocket (subprotocol graphql-transport-ws), or accept text/event-stream or multipart/mixed;subscriptionSpec=1.0.',
    'zh-CN': '订阅会有多个应答，而该请求只接受一个。请在同一地址通过 WebSocket（子协议 graphql-transport-ws）订阅，或在 Accept 中声明 text/event-stream 或 multipart/mixed;subscriptionSpec=1.0。',
  },
  SUBSCRIPTION_NOT_RESUMABLE: {
    en: 'The gateway carries subscriptions only of fields that take a cursor in the argument after, so that nothing is lost on the way. Subscribe to such a field, or at its owner.',
    'zh-CN': '网关仅承载带游标参数 after 的订阅字段，以免途中遗漏。请订阅此类字段，或直接向其所属单位订阅。',
  },
  TOO_MANY_SUBSCRIPTIONS: {
    en: 'Your party holds {limit} subscriptions already, which is as many as it may. End some, or ask for several subjects by one.',
    'zh-CN': '贵单位已持有 {limit} 个订阅，达到上限。请结束部分订阅，或以一个订阅获取多项内容。',
  },
  TOKEN_OF_ANOTHER: {
    en: 'The newer token names another user, party or role than the one it is to replace, or is signed with another key of your system. Send one of the same, or subscribe anew.',
    'zh-CN': '新令牌的用户、单位、角色或系统密钥与原令牌不同。请提供相同身份、相同密钥的令牌，或重新订阅。',
  },
} as const satisfies Record<string, CatalogueEntry>;
