import type { Content, Node, Pages } from './content.js';
import { body, ink, mm, small } from './look.js';
import { qrCode } from './qr-code.js';
import { formTable, headTable, wrapped } from './tables.js';
import type { Withheld } from './withheld.js';

/** What a filed document says of itself beside what its kind does. */
export interface Filing {
  readonly title: string;
  readonly subtitle: string;
  readonly number: string;
  /** What marks it as not, or no longer, what it reads as. */
  readonly mark?: string | undefined;
  /** To whom it was given. */
  readonly givenTo: string;
  /** Where its statement can be checked, with the statement: what the code on the paper says. */
  readonly address: string;
  readonly sha256: string;
  readonly key: string;
}

/** Below this share of a page there is no room for what a heading is of. */
const lowestHeading = 0.88;

export interface FiledContent {
  readonly content: readonly Content[];
  readonly withheld: Withheld;
  /** Told before each page is drawn. */
  readonly onPages: (count: number) => void;
  /** Texts of head and foot, made legible as the rest. */
  readonly legible: (content: Content) => Content;
}

/** The frame of a document on A4: head, title, number, foot with pages, why something is blank, and how to check it. */
export function filedPages(filing: Filing, { content, withheld, onPages, legible }: FiledContent): Pages {
  const { title, subtitle, number, mark, givenTo } = filing;
  const rule = (y: number): Content => ({ canvas: [{ type: 'line', x1: 0, y1: y, x2: mm(210 - 20 - 15), y2: y, lineWidth: 0.5, lineColor: ink.line }] });
  return {
    pageSize: 'A4',
    // A heading does not stay behind alone at the foot of a page.
    pageBreakBefore: ({ headlineLevel, startPosition }) => headlineLevel === 1 && startPosition.verticalRatio > lowestHeading,
    // Wider on the left, where it is bound.
    pageMargins: [mm(20), mm(23), mm(15), mm(20)],
    header: () =>
      legible({
        margin: [mm(20), mm(11), mm(15), 0],
        fontSize: small,
        color: ink.faint,
        stack: [{ columns: [{ text: '网络商品质量监测共享信息资源库' }, { text: `${mark === undefined ? '' : `【${mark}】\u3000`}${title}\u3000编号 ${number || '—'}`, alignment: 'right' }] }, rule(3)],
      }),
    footer: (page, pages) => {
      onPages(pages);
      return legible({
        margin: [mm(20), 4, mm(15), 0],
        fontSize: small,
        color: ink.faint,
        stack: [rule(0), { margin: [0, 4, 0, 0], columns: [{ text: `本件提供给 ${givenTo}`, width: '*' }, { text: `第 ${page} 页\u3000共 ${pages} 页`, width: 'auto', alignment: 'right' }] }],
      });
    },
    content: [
      ...(mark === undefined ? [] : [{ ...formTable(['*'], [[{ text: mark, fontSize: 16, bold: true, alignment: 'center', color: ink.withheld, fillColor: ink.blank }]]), margin: [0, 0, 0, 8] } satisfies Node]),
      { text: [...title].join(title.length <= 5 ? ' ' : ''), fontSize: 20, bold: true, alignment: 'center', margin: [0, 2, 0, 0] },
      { text: subtitle, fontSize: body, color: ink.faint, alignment: 'center', margin: [0, 0, 0, 6] },
      { text: [{ text: '编号 No.  ', color: ink.faint }, { text: number || '—', bold: true }], alignment: 'right', margin: [0, 0, 0, 5] },
      ...content,
      ...reasons(withheld),
      verification(filing),
    ],
  };
}

/** Why what is blank is blank, and what is masked is masked. */
function reasons({ noted }: Withheld): Content[] {
  if (noted.length === 0) return [];
  return [
    { text: [{ text: '共享说明', bold: true }, { text: '  What the terms of sharing withhold', color: ink.faint, fontSize: small }], fontSize: 10.5, margin: [0, 12, 0, 4], headlineLevel: 1 },
    headTable(
      [{ zh: '注', en: 'Note', width: 24 }, { zh: '项目', en: 'What', width: 84 }, { zh: '处理', en: 'How', width: 146 }, { zh: '共享条款', en: 'Terms', width: '*' }],
      noted.map(({ label, note }, n) => [
        String(n + 1),
        label,
        wrapped(note.code === undefined ? `脱敏 ${note.mask ?? ''}` : `不予提供 ${note.code}`),
        wrapped(`${note.owner}：${note.terms}${note.class === undefined ? '' : `（${note.class}）`}${note.ground === undefined ? '' : `。${note.ground}`}`),
      ]),
    ),
  ];
}

function verification({ address, sha256, key }: Filing): Node {
  const size = mm(34);
  const told = [
    ['内容摘要 SHA-256', sha256],
    ['签署密钥 Key (RFC 7638)', key],
    ['签署算法 Algorithm', 'Ed25519 (JWS, RFC 7515, RFC 8037)'],
  ] as const;
  const words: Content[] = [
    { text: [{ text: '核验', bold: true }, { text: '  Verification', color: ink.faint }], fontSize: body, margin: [0, 0, 0, 3] },
    ...told.map(([name, value]): Content => ({ text: [{ text: `${name}\u3000`, color: ink.faint }, { ...wrapped(value) }], fontSize: small })),
    {
      text: '扫描左侧二维码，核对所示编号、内容与本件是否一致；任何人均可核验，无需登录。离线核验：二维码中的签署可用 /.well-known/document-keys.json 所列公钥验证，本文件附件 answer.json 的 SHA-256 应与上列内容摘要一致。',
      fontSize: small,
      margin: [0, 3, 0, 0],
      lineHeight: 1.25,
    },
    { text: address.slice(0, address.indexOf('?')), fontSize: small, color: ink.faint, margin: [0, 2, 0, 0] },
  ];
  const table = formTable([size + 12, '*'], [[{ ...qrCode(address, size), margin: [6, 6, 6, 6] }, { stack: words, margin: [2, 5, 2, 5] }]], true);
  return { ...table, margin: [0, 14, 0, 0] };
}
