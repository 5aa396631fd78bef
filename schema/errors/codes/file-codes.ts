import type { CatalogueEntry } from '../catalogue-entry.js';

/** Files of evidence, as they are handed in and given out at /evidence (取证、存证, 5.2.4 a). */
export const fileCodes = {
  FILE_NOT_FOUND: {
    status: 404,
    en: 'There is no such file for you. A file is given to whoever may read a row that names it: check the hash, and whether the row is open to you.',
    'zh-CN': '没有可供您读取的该文件。文件只提供给有权读取引用该文件记录的人员：请核对摘要值，并确认有权读取相应记录。',
  },
  FILE_NOT_STORED: {
    status: 404,
    en: 'The file is named, but whoever named it has not handed it in here. Ask them to upload it.',
    'zh-CN': '该文件已被引用，但引用单位尚未在此上传。请其上传该文件。',
  },
  FILE_RANGE_OUTSIDE: {
    status: 416,
    en: 'The file has {size} bytes, and the part that was asked for lies outside. Ask for a part of it, or leave Range out.',
    'zh-CN': '该文件共 {size} 字节，所请求的部分超出其范围。请在范围内请求，或不携带 Range。',
  },
  FILE_UPLOAD_DENIED: {
    status: 403,
    en: 'Files are handed in here by those who name them in an act ({acts}), and your party and role do none of these. Ask in the role that does.',
    'zh-CN': '此处的文件由在办理事项（{acts}）中引用文件的单位上传，贵方的类别和职责均不办理上述事项。请以相应职责上传。',
  },
  FILE_TYPE_NOT_TAKEN: {
    status: 415,
    en: 'Files of the media type "{mediaType}" are not taken here; taken are {taken}. Tell the type as filetype in Upload-Metadata, or hand in another format.',
    'zh-CN': '此处不接收媒体类型为“{mediaType}”的文件；可接收：{taken}。请在 Upload-Metadata 的 filetype 中注明类型，或改用其他格式。',
  },
  FILE_TOO_LARGE: {
    status: 413,
    en: 'A file has at most {limit} bytes here. Hand it in in smaller files.',
    'zh-CN': '单个文件不得超过 {limit} 字节。请拆分为较小的文件上传。',
  },
  FILE_SIZE_MISSING: {
    status: 400,
    en: 'The size of a file is told before it comes. Send Upload-Length.',
    'zh-CN': '上传前须注明文件大小。请携带 Upload-Length。',
  },
  FILE_EMPTY: {
    status: 400,
    en: 'An empty file is no evidence. Check the file, and send its size as Upload-Length.',
    'zh-CN': '空文件不能作为证据。请检查文件，并在 Upload-Length 中注明其大小。',
  },
  FILE_QUOTA_EXCEEDED: {
    status: 403,
    en: 'With this file of {size} bytes your party would have more than the {limit} bytes that a party may have here: it has {held}, with what it has begun to upload. End uploads that you do not need, or ask the operator for more.',
    'zh-CN': '该文件为 {size} 字节，上传后贵方将超过每个单位 {limit} 字节的限额：贵方已占用 {held} 字节（含正在上传的文件）。请终止不需要的上传，或请运维人员提高限额。',
  },
  FILE_STORE_FULL: {
    status: 507,
    en: 'There is not enough room for this file now. What has come stays; tell the operator, and go on when there is room again.',
    'zh-CN': '存储空间不足，暂不能接收该文件。已收到的内容予以保留；请告知运维人员，待空间充足后继续上传。',
  },
  FILE_HASH_MISSING: {
    status: 400,
    en: 'The hash of a file is told before it comes, so that what arrives can be held against it. Send hash in Upload-Metadata, for example {example}.',
    'zh-CN': '上传前须注明文件摘要，以便核对收到的内容。请在 Upload-Metadata 中携带 hash，例如 {example}。',
  },
  FILE_HASH_DIFFERS: {
    status: 422,
    en: 'What arrived is not the file that was told: its hash is {found}, not {told}. Nothing was kept; hash the file again and upload it anew.',
    'zh-CN': '收到的内容与注明的文件不符：其摘要为 {found}，而非 {told}。未予保存；请重新计算摘要并上传。',
  },
  FILE_NOT_PLACED: {
    status: 503,
    en: 'The file has come whole, but cannot be put in its place now. Nothing of it is lost: ask for the upload again in a moment (HEAD), which tries it anew.',
    'zh-CN': '文件已完整收到，但暂时无法入库，内容不会丢失。请稍后再次查询该上传（HEAD），届时将重新入库。',
  },
  EVIDENCE_NOT_STORED: {
    en: 'Files are named here once they are in the store, and your party has not handed these in: {hashes}. Upload them at {path}, then send the item again.',
    'zh-CN': '文件入库后方可引用，贵方尚未上传下列文件：{hashes}。请先在 {path} 上传，再重新提交该项。',
  },
} as const satisfies Record<string, CatalogueEntry>;
