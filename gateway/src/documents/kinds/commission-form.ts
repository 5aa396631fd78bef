import type { FormKind } from '../document-kind.js';
import { money } from '../paper/amounts.js';
import { dayAndTime, dueDayAndTime } from '../paper/day-and-time.js';

/** Commission of an inspection (委托检验单, 3.2 c): which samples and items are given to which lab, on which terms, and its answer. */
export const commissionForm: FormKind = {
  name: 'commission-form',
  root: 'inspectionCommission',
  title: '委托检验单',
  subtitle: 'Commission of Inspection',
  selection: `{
    id number state agreedDueAt blind subcontractingAllowed testFee { amount currency } withdrawalReason
    center { name uscc region { name } }
    lab { id participant { name uscc region { name } } cma { certificateNumber validUntil } }
    plan { number title }
    commissioned { userId role at } withdrawn { userId at }
    testItems { code name standardNumber standardVersion clause }
    samples { id blindNumber number productKind productName quantity warehousing { sealNumber } dispatch { sealNumber quantity carrier waybill acted { at } } }
    acceptance { state receivedAt promisedAt reason answered { userId at } }
  }`,
  number: (told) => told.at('number'),
  dated: (told) => [told.at('commissioned.at')],
  says: (told) => [told.at('center.name').text, told.at('lab.participant.name').text, `${told.at('samples').rows.length} 件样品`],
  stands: (told, word) => ({ says: [word('InspectionCommissionState', told.at('state').text)], mark: ['DECLINED', 'WITHDRAWN'].includes(told.at('state').text) ? word('InspectionCommissionState', told.at('state').text) : undefined }),
  draw(told, sheet) {
    sheet.facts([
      { zh: '委托单位', en: 'Centre', told: told.at('center.name') },
      { zh: '检验机构', en: 'Laboratory', told: told.at('lab.participant.name') },
      { zh: '单位代码', en: 'USCC', told: told.at('center.uscc') },
      { zh: '机构代码', en: 'USCC', told: told.at('lab.participant.uscc') },
      { zh: '资质认定证书', en: 'CMA', told: told.at('lab.cma.certificateNumber') },
      { zh: '证书有效期至', en: 'CMA valid until', told: told.at('lab.cma.validUntil') },
      { zh: '监测计划', en: 'Plan', told: told.at('plan'), show: (plan) => `${plan.at('number').text}\u3000${plan.at('title').text}`, wide: true },
      { zh: '委托日期', en: 'Commissioned', told: told.at('commissioned.at'), show: ({ text }) => dayAndTime(text) },
      { zh: '约定完成', en: 'Agreed by', told: told.at('agreedDueAt'), show: ({ text }) => dueDayAndTime(text) },
      { zh: '盲样', en: 'Blind', told: told.at('blind'), show: yesOrNo },
      { zh: '同意分包', en: 'Subcontracting', told: told.at('subcontractingAllowed'), show: yesOrNo },
      { zh: '检验费用', en: 'Fee', told: told.at('testFee'), show: money },
      { zh: '委托状态', en: 'State', told: told.at('state'), show: sheet.coded('InspectionCommissionState') },
      ...(told.at('withdrawn').isGiven ? [{ zh: '撤回原因', en: 'Why withdrawn', told: told.at('withdrawalReason'), wide: true }] : []),
    ]);
    sheet.section('一、检验项目', 'Items');
    sheet.table(
      [{ zh: '序号', en: 'No.', width: 24 }, { zh: '项目代码', en: 'Code', width: 70 }, { zh: '检验项目', en: 'Item', width: '*' }, { zh: '标准', en: 'Standard', width: 130 }, { zh: '条款', en: 'Clause', width: 60 }],
      told.at('testItems').rows.map((item, n) => [
        String(n + 1),
        sheet.cell('项目代码', item.at('code')),
        sheet.cell('检验项目', item.at('name')),
        sheet.cell('标准', item.at('standardNumber'), ({ text }) => `${text}-${item.at('standardVersion').text}`),
        sheet.cell('条款', item.at('clause')),
      ]),
    );
    sheet.section('二、样品', 'Samples');
    sheet.table(
      [
        { zh: '序号', en: 'No.', width: 24 },
        { zh: '盲样编号', en: 'Blind No.', width: 90 },
        { zh: '样品编号', en: 'Sample No.', width: 90 },
        { zh: '样品', en: 'Goods', width: '*' },
        { zh: '数量', en: 'Qty', width: 32 },
        { zh: '封签号', en: 'Seal', width: 92 },
      ],
      told.at('samples').rows.map((sample, n) => [
        String(n + 1),
        sheet.cell('盲样编号', sample.at('blindNumber')),
        sheet.cell('样品编号', sample.at('number')),
        { stack: [sheet.cell('产品种类', sample.at('productKind')), sheet.cell('样品名称', sample.at('productName'))] },
        sheet.cell('数量', sample.at('quantity')),
        sheet.cell('封签号', sample.at('dispatch').isGiven ? sample.at('dispatch.sealNumber') : sample.at('warehousing.sealNumber')),
      ]),
    );
    sheet.section('三、检验机构答复', 'Answer of the laboratory');
    sheet.facts([
      { zh: '受理状态', en: 'Answer', told: told.at('acceptance.state'), show: sheet.coded('CommissionAcceptanceState') },
      { zh: '承诺完成', en: 'Promised by', told: told.at('acceptance.promisedAt'), show: ({ text }) => dueDayAndTime(text) },
      { zh: '收到委托', en: 'Received', told: told.at('acceptance.receivedAt'), show: ({ text }) => dayAndTime(text) },
      { zh: '拒绝原因', en: 'Why declined', told: told.at('acceptance.reason') },
    ]);
    sheet.signatures([['委托经办人', 'For the centre', told.at('commissioned.userId'), told.at('commissioned.at')], ['受理经办人', 'For the laboratory', told.at('acceptance.answered.userId'), told.at('acceptance.answered.at')]], '委托单位印章');
  },
};

function yesOrNo({ value }: { readonly value: unknown }): string {
  return value === true ? '是' : '否';
}
