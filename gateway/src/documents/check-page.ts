import { isLabelKind } from './document-kind.js';
import { documentKinds } from './document-kinds.js';
import { dayAndTime } from './paper/day-and-time.js';
import type { Statement } from './statement.js';

/** What whoever scans the code on a document is shown. It tells nothing that the code does not say. */
export function checkPage(statement: Statement | undefined): string {
  return page(statement ? genuine(statement) : unknown);
}

function genuine(statement: Statement): string {
  const kind = documentKinds.get(statement.kind);
  const title = kind ? `${kind.title}${isLabelKind(kind) ? '' : ` ${kind.subtitle}`}` : statement.kind;
  const rows = [
    ['文件 Document', title],
    ['编号 No.', statement.number],
    ['内容 What it says', statement.says],
    ...(statement.state === undefined ? [] : [['状态 State', statement.state]]),
    ['日期 Of', dayAndTime(statement.of)],
    ['提供给 Given to', statement.for],
    ['内容摘要 SHA-256', statement.sha256],
  ];
  return `<h1 class="yes">本件由本系统出具</h1><p lang="en">This hub made a document that says this.</p>
<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value ?? '')}</dd>`).join('')}</dl>
<p><strong>请逐项核对纸面内容：与上列不一致的，不是本系统出具的文件。</strong>二维码可以被复制到另一份纸上；全文以 PDF 附件 answer.json 为准，其 SHA-256（base64url）应与上列内容摘要一致。数据此后可能已有更新，请向出具单位查询最新版本。</p>
<p lang="en">Compare each line with the paper: where they differ, the paper is not the hub’s. A code can be copied onto another paper; the whole is what is attached to the PDF (answer.json), with this SHA-256 in base64url. The data may have changed since.</p>`;
}

const unknown = `<h1 class="no">无法核实</h1><p>二维码中的签署不是本系统当前密钥所签，或内容不完整。请重新扫描；仍无法核实的，请联系出具单位，不要采信该文件。</p>
<p lang="en">What the code says was not signed by this hub’s key, or is not whole. Scan it again; if that does not help, ask who gave you the document, and do not rely on it.</p>`;

function page(main: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>文件核验 Verification</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}h1{font-size:1.4rem}.yes{color:#0b6b3a}.no{color:#8a1f11}dt{color:#555;font-size:.85rem;margin-top:.6rem}dd{margin:0;overflow-wrap:anywhere}</style></head>
<body><main>${main}</main></body></html>
`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
