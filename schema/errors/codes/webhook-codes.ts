import type { CatalogueEntry } from '../catalogue-entry.js';

/** What stands in the way of a webhook (5.4.3 b): refusals of its acts, and why the hub has stopped one. */
export const webhookCodes = {
  WEBHOOK_ADDRESS_FORBIDDEN: {
    en: 'The host of this address is inside a network that the hub does not call: loopback, link-local, private or reserved. Give the public host of your receiver; the operator can allow an inner one by WEBHOOK_ALLOWED_HOSTS.',
    'zh-CN': '该地址的主机属于本库不予访问的网络：环回、链路本地、内网或保留地址。请填写接收端的公网主机；内网主机须由运维人员在 WEBHOOK_ALLOWED_HOSTS 中放行。',
  },
  WEBHOOK_LIMIT: {
    en: 'Your party has {limit} webhooks already, which is as many as it may. Remove one first.',
    'zh-CN': '贵单位已登记 {limit} 个事件推送，达到上限。请先移除一个。',
  },
  WEBHOOK_READER_GONE: {
    en: 'The user in whose name events were read is no active member of your party in that role any more, or acts in another’s stead no longer. Resume the webhook as a user who is active in the role; nothing is lost.',
    'zh-CN': '读取事件所用的用户已不是贵单位该角色的在册成员，或其代办授权已失效。请由该角色的在册用户恢复推送；事件不会遗漏。',
  },
  WEBHOOK_GAVE_UP: {
    en: 'Every call failed for {hours} hours. See lastFailure, mend the receiver, and resume the webhook; nothing is lost.',
    'zh-CN': '推送连续 {hours} 小时失败。请查看 lastFailure，修复接收端后恢复推送；事件不会遗漏。',
  },
  WEBHOOK_GONE: {
    en: 'The receiver answered 410 Gone. Remove the webhook, or mend the receiver and resume it; nothing is lost.',
    'zh-CN': '接收端应答 410 Gone。请移除该推送，或修复接收端后恢复推送；事件不会遗漏。',
  },
  WEBHOOK_SECRET_UNREADABLE: {
    en: 'The secret was kept under another key of the hub and cannot be read. Replace the secret, then resume the webhook; nothing is lost.',
    'zh-CN': '密钥由本库的另一主密钥保存，无法读取。请更换推送密钥，然后恢复推送；事件不会遗漏。',
  },
} as const satisfies Record<string, CatalogueEntry>;
