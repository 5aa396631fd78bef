import type { FormKind } from '../document-kind.js';
import { dayAndTime, dayOf, dueDayAndTime } from '../paper/day-and-time.js';
import { versionOf } from '../paper/standing.js';

/** Notice of a result (检验结果告知书, after 5.4.1), as it is served on seller, nominal producer or platform, with the proof of service. */
export const resultNotice: FormKind = {
  name: 'result-notice',
  root: 'resultNotice',
  title: '检验结果告知书',
  subtitle: 'Notice of Inspection Result',
  selection: `{
    id number capacity state addresseeName addresseeUscc regulator { name } productName brand producerName shopName conclusion failedItems text
    issuedAt serveBy objectBy withdrawReason
    monitoringData { number version failedItems { name subItem standardNumber standardVersion measured limit unit } }
    service { method servedAt recipient note confirmedByAddressee evidence { hash name } }
    issued { userId at } served { userId at }
  }`,
  number: (told) => told.at('number'),
  dated: (told) => [told.at('issuedAt')],
  says: (told, word) => [told.at('addresseeName').text, told.at('productName').text, word('Verdict', told.at('conclusion').text)],
  stands: (told, word) => {
    const state = told.at('state').text;
    return { says: [word('ResultNoticeState', state), versionOf(told.at('monitoringData.version')) && `结果${versionOf(told.at('monitoringData.version'))}`], mark: ['WITHDRAWN', 'SUPERSEDED'].includes(state) ? word('ResultNoticeState', state) : undefined };
  },
  draw(told, sheet) {
    sheet.content.push({ text: [{ text: told.at('addresseeName').text, bold: true }, `（${sheet.word('NoticeCapacity', told.at('capacity').text)}）：`], fontSize: 11, margin: [0, 6, 0, 6] });
    sheet.paragraph('\u3000\u3000经网络商品质量监测，对下列产品的检验结果现予告知：');
    sheet.facts([
      { zh: '产品名称', en: 'Product', told: told.at('productName') },
      { zh: '商标', en: 'Brand', told: told.at('brand') },
      { zh: '标称生产者', en: 'Nominal producer', told: told.at('producerName') },
      { zh: '销售店铺', en: 'Shop', told: told.at('shopName') },
      { zh: '检验结论', en: 'Conclusion', told: told.at('conclusion'), show: sheet.coded('Verdict'), strong: true },
      { zh: '监测数据', en: 'Monitoring data', told: told.at('monitoringData'), show: (data) => `${data.at('number').text}（第 ${data.at('version').text} 版）` },
      { zh: '不合格项目', en: 'Failed items', told: told.at('failedItems'), show: ({ rows }) => rows.map(({ text }) => text).join('、') || '无', wide: true },
      { zh: '被告知人代码', en: 'USCC', told: told.at('addresseeUscc'), wide: true },
    ]);
    if (told.at('monitoringData.failedItems').rows.length > 0) {
      sheet.section('不合格项目明细', 'Failed items');
      sheet.table(
        [{ zh: '检验项目', en: 'Item', width: '*' }, { zh: '标准', en: 'Standard', width: 130 }, { zh: '标准要求', en: 'Limit', width: 90 }, { zh: '实测值', en: 'Measured', width: 90 }],
        told.at('monitoringData.failedItems').rows.map((item) => [
          sheet.cell('检验项目', item.at('name'), ({ text }) => `${text}${item.at('subItem').isGiven ? `（${item.at('subItem').text}）` : ''}`),
          sheet.cell('标准', item.at('standardNumber'), ({ text }) => `${text}-${item.at('standardVersion').text}`),
          sheet.cell('标准要求', item.at('limit'), ({ text }) => [text, item.at('unit').text].join(' ')),
          sheet.cell('实测值', item.at('measured'), ({ text }) => [text, item.at('unit').text].join(' ')),
        ]),
      );
    }
    sheet.section('告知内容', 'What you are told');
    sheet.framed('告知内容', told.at('text'));
    sheet.section('异议期限', 'Objection');
    sheet.facts([
      { zh: '可提出异议至', en: 'Objection before', told: told.at('objectBy'), show: ({ text }) => `${dueDayAndTime(text)} 前` },
      { zh: '告知书状态', en: 'State', told: told.at('state'), show: sheet.coded('ResultNoticeState') },
      ...(told.at('withdrawReason').isGiven ? [{ zh: '撤回原因', en: 'Why withdrawn', told: told.at('withdrawReason'), wide: true }] : []),
    ]);
    sheet.content.push({ text: [told.at('regulator.name').text, '\n', dayOf(told.at('issuedAt').text)], alignment: 'right', margin: [0, 14, 20, 0], lineHeight: 1.4 });
    sheet.section('送达回证', 'Proof of service');
    sheet.facts([
      { zh: '送达方式', en: 'How', told: told.at('service.method'), show: sheet.coded('ServiceMethod') },
      { zh: '送达时间', en: 'When', told: told.at('service.servedAt'), show: ({ text }) => dayAndTime(text) },
      { zh: '签收人', en: 'Taken by', told: told.at('service.recipient') },
      { zh: '确认', en: 'Confirmed', told: told.at('service.confirmedByAddressee'), show: ({ value }) => (value === true ? '被告知人在本系统确认' : '监管部门登记') },
      { zh: '备注', en: 'Note', told: told.at('service.note'), wide: true },
      { zh: '送达证据', en: 'Evidence', told: told.at('service.evidence'), show: ({ rows }) => rows.map((file) => `${file.at('name').text} ${file.at('hash').text}`).join('\n') || '—', wide: true },
    ]);
    sheet.signatures([['制发人', 'Issued by', told.at('issued.userId'), told.at('issued.at')], ['送达登记', 'Service entered by', told.at('served.userId'), told.at('served.at')], ['受送达人', 'Addressee', undefined]], '监管部门印章');
  },
};
