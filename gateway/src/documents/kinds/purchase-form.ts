import type { FormKind } from '../document-kind.js';
import { money, named } from '../paper/amounts.js';
import { dayAndTime } from '../paper/day-and-time.js';

/** Purchase form (购样单, 5.2.2): what was bought where, by whom and for how much, and what was kept of it. */
export const purchaseForm: FormKind = {
  name: 'purchase-form',
  root: 'purchase',
  title: '购样单',
  subtitle: 'Purchase Form',
  selection: `{
    id number planProduct state purchasedAt boughtById
    plan { number title regulator { name } center { name } } order { number dueAt }
    platform { id participant { name } website } shopName merchantName merchantUscc sellerRegion { code name }
    productName brand producerName producerUscc listingItemId listingSku listingSnapshotHash
    orderNumber price { amount currency } freight { amount currency } invoiceNumber
    buyerName buyerAccount buyerAddress paymentReference
    screenshots { hash size mediaType name }
    repeats { identity name number } repeatReason
    corrections { shopName merchantName merchantUscc reason acted { userId at } }
    sample { number quantity state }
    recorded { userId at }
  }`,
  number: (told) => told.at('number'),
  dated: (told) => [told.at('recorded.at'), told.at('purchasedAt')],
  says: (told) => [told.at('productName').text, told.at('shopName').text, told.at('orderNumber').text],
  stands: (told, word) => ({ says: [word('PurchaseState', told.at('state').text)] }),
  draw(told, sheet) {
    sheet.facts([
      { zh: '监测计划', en: 'Plan', told: told.at('plan'), show: (plan) => `${plan.at('number').text}\u3000${plan.at('title').text}`, wide: true },
      { zh: '下达部门', en: 'Regulator', told: told.at('plan.regulator.name') },
      { zh: '承担单位', en: 'Centre', told: told.at('plan.center.name') },
      { zh: '采样任务', en: 'Order', told: told.at('order.number') },
      { zh: '样品编号', en: 'Sample No.', told: told.at('sample.number') },
      { zh: '购样状态', en: 'State', told: told.at('state'), show: sheet.coded('PurchaseState') },
      { zh: '购样时间', en: 'Bought at', told: told.at('purchasedAt'), show: ({ text }) => dayAndTime(text) },
    ]);
    sheet.section('一、销售方', 'Seller');
    sheet.facts([
      { zh: '电商平台', en: 'Platform', told: told.at('platform'), show: (platform) => platform.at('participant.name').text || platform.at('id').text },
      { zh: '店铺名称', en: 'Shop', told: told.at('shopName') },
      { zh: '经营者', en: 'Merchant', told: told.at('merchantName') },
      { zh: '统一社会信用代码', en: 'USCC', told: told.at('merchantUscc') },
      { zh: '所在地区', en: 'Region', told: told.at('sellerRegion'), show: named('name', 'code'), wide: true },
    ]);
    sheet.section('二、商品', 'Goods');
    sheet.facts([
      { zh: '商品名称', en: 'Product', told: told.at('productName'), wide: true },
      { zh: '商标', en: 'Brand', told: told.at('brand') },
      { zh: '购买数量', en: 'Quantity', told: told.at('sample.quantity') },
      { zh: '标称生产者', en: 'Nominal producer', told: told.at('producerName') },
      { zh: '生产者代码', en: 'USCC', told: told.at('producerUscc') },
      { zh: '商品编号', en: 'Item id', told: told.at('listingItemId') },
      { zh: '规格编号', en: 'SKU', told: told.at('listingSku') },
      { zh: '商品页摘要', en: 'Snapshot hash', told: told.at('listingSnapshotHash'), wide: true },
    ]);
    sheet.section('三、交易', 'Transaction');
    sheet.facts([
      { zh: '订单号', en: 'Order No.', told: told.at('orderNumber') },
      { zh: '发票号', en: 'Invoice No.', told: told.at('invoiceNumber') },
      { zh: '价款', en: 'Price', told: told.at('price'), show: money },
      { zh: '运费', en: 'Freight', told: told.at('freight'), show: money },
      { zh: '采样账号姓名', en: 'Buyer', told: told.at('buyerName') },
      { zh: '采样账号', en: 'Account', told: told.at('buyerAccount') },
      { zh: '收货地址', en: 'Address', told: told.at('buyerAddress'), wide: true },
      { zh: '支付流水', en: 'Payment', told: told.at('paymentReference'), wide: true },
    ]);
    sheet.section('四、截屏及留存', 'Screenshots');
    sheet.table(
      [{ zh: '序号', en: 'No.', width: 24 }, { zh: '文件名', en: 'Name', width: 110 }, { zh: '内容摘要', en: 'Hash', width: '*' }, { zh: '字节', en: 'Bytes', width: 54 }],
      told.at('screenshots').rows.map((file, n) => [String(n + 1), sheet.cell('文件名', file.at('name')), sheet.cell('内容摘要', file.at('hash')), sheet.cell('字节', file.at('size'))]),
    );
    if (told.at('repeats').rows.length > 0) {
      sheet.section('五、重复购样', 'Repeats');
      sheet.table(
        [{ zh: '对象', en: 'What', width: 70 }, { zh: '名称', en: 'Name', width: '*' }, { zh: '先前购样单', en: 'Earlier form', width: 150 }],
        told.at('repeats').rows.map((repeat) => [sheet.cell('对象', repeat.at('identity'), sheet.coded('RepeatedIdentity')), sheet.cell('名称', repeat.at('name')), sheet.cell('先前购样单', repeat.at('number'))]),
      );
      sheet.facts([{ zh: '重复购样理由', en: 'Why again', told: told.at('repeatReason'), wide: true }]);
    }
    if (told.at('corrections').rows.length > 0) {
      sheet.section('更正记录', 'Corrections');
      sheet.table(
        [{ zh: '更正前店铺', en: 'Shop before', width: 100 }, { zh: '更正前经营者', en: 'Merchant before', width: '*' }, { zh: '理由', en: 'Reason', width: 120 }, { zh: '更正', en: 'By, at', width: 100 }],
        told.at('corrections').rows.map((was) => [
          sheet.cell('更正前店铺', was.at('shopName')),
          sheet.cell('更正前经营者', was.at('merchantName')),
          sheet.cell('理由', was.at('reason')),
          sheet.cell('更正', was.at('acted'), (acted) => `${acted.at('userId').text} ${dayAndTime(acted.at('at').text)}`),
        ]),
      );
    }
    sheet.signatures([['采样人员', 'Sampler', told.at('boughtById'), told.at('purchasedAt')], ['记录人', 'Recorded by', told.at('recorded.userId'), told.at('recorded.at')], ['复核人', 'Checked by', undefined]], '监测中心印章');
  },
};
