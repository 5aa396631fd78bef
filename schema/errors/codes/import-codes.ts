import type { CatalogueEntry } from '../catalogue-entry.js';

/** Files of records that are read by a mapping (导入, 5.1.1). What is wrong with a whole file keeps all of it out; what is wrong with a row, that row. */
export const importCodes = {
  IMPORT_MAPPING_INVALID: {
    en: 'The mapping {name} cannot be used: {problems} Mend it, and try it with "hub import check".',
    'zh-CN': '映射文件 {name} 无法使用：{problems} 请修改后以命令 import check 检查。',
  },
  IMPORT_MAPPING_SYNTAX: {
    en: 'The text is neither YAML nor JSON: {problem}.',
    'zh-CN': '文本不是 YAML 或 JSON：{problem}。',
  },
  IMPORT_MAPPING_FORM: {
    en: '{place} does not hold to the form of a mapping: {problem}.',
    'zh-CN': '{place} 不符合映射的格式：{problem}。',
  },
  IMPORT_MAPPING_ACT_UNKNOWN: {
    en: 'The hub has no act {act} that takes records in with what their source said.',
    'zh-CN': '资源库没有可收集来源记录的操作 {act}。',
  },
  IMPORT_MAPPING_FIELD_UNKNOWN: {
    en: '{input} has no field {field}; it has: {known}.',
    'zh-CN': '{input} 没有字段 {field}；现有：{known}。',
  },
  IMPORT_MAPPING_FIELD_MISSING: {
    en: '{input} requires {field}, and no field makes it.',
    'zh-CN': '{input} 必须有 {field}，而映射未给出。',
  },
  IMPORT_MAPPING_VALUE_INVALID: {
    en: '{field} cannot be "{value}"; right would be: {known}.',
    'zh-CN': '{field} 不能为“{value}”；正确的值：{known}。',
  },
  IMPORT_MAPPING_PERSONAL_READ: {
    en: 'The column {personal} is personal; no key, skip or keep may read it, and no field but those that stay in the centre, such as complainant.name{overlap}.',
    'zh-CN': '列 {personal} 为个人信息；主键、排除条件、留存列均不得读取，字段中仅限不出监测中心者（如 complainant.name）可以读取{overlap}。',
  },
  IMPORT_MAPPING_OWN_WORDS: {
    en: "{field} goes to others than the centre, and would tell a complainant's own words: give its columns a code list (translate or find), or make them personal and fill complainant.statement with them; what names nobody may stay with the source record (keep).",
    'zh-CN': '{field} 的共享范围超出监测中心，会透露投诉人的原话：请为其列给出代码对照（translate 或 find），或将该列列入 personal 并填入 complainant.statement；不涉及个人的内容可用 keep 留存于来源记录。',
  },
  IMPORT_MAPPING_PRODUCT_OPEN: {
    en: '{field} of a complaint goes to labs and platforms: take it from a column, with the repair personal-numbers and a limit of at most {characters} characters.',
    'zh-CN': '投诉举报的 {field} 向检验机构、电商平台共享：应取自列，使用修复 personal-numbers，且 limit 不超过 {characters} 个字符。',
  },
  IMPORT_MAPPING_RECORD_OPEN: {
    en: 'Records by this mapping can be complaints, and the whole record would be kept in the clear with each, also what no field is made of. Name in "personal" what is personal or in the complainant\'s own words, or in "keep" what stays with the source record; the rest is then not kept.',
    'zh-CN': '依该映射采集的记录可能是投诉举报，而来源记录会整条以明文留存，包括未用于任何字段的内容。请在 personal 中列明个人信息和投诉人原话，或在 keep 中列明留存于来源记录的列；其余内容则不留存。',
  },
  IMPORT_MAPPING_NOT_PERSONAL: {
    en: '{field} of a complaint is encrypted and stays in the centre, and {columns} of which it is made would be kept in the clear with the source record: name each in "personal".',
    'zh-CN': '投诉举报的 {field} 加密存放且不出监测中心，而其取自的 {columns} 会以明文留存于来源记录：请逐一列入 personal。',
  },
  IMPORT_MAPPING_NAME_KEPT: {
    en: 'A mapping {mapping} ships with the hub, and others read by it. Give yours another name.',
    'zh-CN': '映射 {mapping} 随资源库发布，由各方共用。请为贵单位的映射另取名称。',
  },
  IMPORT_MAPPING_VERSION_USED: {
    en: 'Your party has proposed the mapping {mapping} up to version {latest}, and each version is one text for good, whatever became of it. Raise its version above that.',
    'zh-CN': '贵单位已提出映射 {mapping} 的版本直至第 {latest} 版；无论结果如何，每一版本始终对应同一文本。请使用更高的版本号。',
  },
  IMPORT_MAPPING_SECOND_PERSON: {
    en: 'You, {user}, proposed this mapping; what decides what of a source leaves the centre is approved by two persons. Let another analyst decide, or withdraw it.',
    'zh-CN': '该映射由您（{user}）提出；映射决定来源中哪些内容可以离开监测中心，须由两人审定。请由另一名风险分析员审定，或将其撤回。',
  },
  IMPORT_SAMPLE_TOO_LARGE: {
    en: 'The sample has more than {limit} bytes. A mapping is tried on its first {rows} rows: hand in a file with these alone.',
    'zh-CN': '样本文件超过 {limit} 字节。映射只在前 {rows} 行上试用，请上传仅含这些行的文件。',
  },
  IMPORT_UNREADABLE: {
    en: 'The file is not {format} as the mapping says: {problem}. Nothing was taken in. Name the right format in the mapping, or have the file made anew.',
    'zh-CN': '文件不是映射所称的 {format}：{problem}。未导入任何数据。请在映射中写明正确的格式，或重新生成文件。',
  },
  IMPORT_TRUNCATED: {
    en: 'The file ends before it is whole ({format}). Nothing was taken in. Fetch it again.',
    'zh-CN': '文件不完整（{format}），提前结束。未导入任何数据。请重新获取该文件。',
  },
  IMPORT_ENCODING: {
    en: 'The file is not written in {encoding}: around byte {at} stands what {encoding} does not have. Nothing was taken in. Name the right encoding in the mapping: utf-8, gb18030 or utf-16le.',
    'zh-CN': '文件编码不是 {encoding}：第 {at} 字节附近的内容不合该编码。未导入任何数据。请在映射中写明正确的编码：utf-8、gb18030 或 utf-16le。',
  },
  IMPORT_RECORD_TOO_LONG: {
    en: 'A record, the one after row {row}, is longer than {limit} characters. Nothing was taken in. See whether line ends or closing quotes are missing there.',
    'zh-CN': '第 {row} 行之后的记录超过 {limit} 个字符。未导入任何数据。请检查该处是否缺少换行或右引号。',
  },
  IMPORT_EXPANDS_TOO_FAR: {
    en: 'What is packed in the file grows beyond {limit}. Nothing was taken in, for such files are made to fill machines. If it is genuine, unpack it and import what is in it.',
    'zh-CN': '文件解压后超过 {limit}，可能是用来耗尽资源的压缩炸弹。未导入任何数据。如确属真实文件，请先自行解压再导入。',
  },
  IMPORT_ENTITIES: {
    en: 'The XML has a document type (<!DOCTYPE>), by which entities could read other files or grow without end. Nothing was taken in. Leave the document type out.',
    'zh-CN': 'XML 含有文档类型声明（<!DOCTYPE>），其中的实体可能读取其他文件或无限膨胀。未导入任何数据。请去掉该声明。',
  },
  IMPORT_COLUMNS_MISSING: {
    en: 'The table lacks columns that the mapping names: {missing}. It has: {present}. Nothing was taken in. If a column bears a new name, enter that under format.aliases.',
    'zh-CN': '表中缺少映射所用的列：{missing}。现有列：{present}。未导入任何数据。如列已更名，请将新名称写入 format.aliases。',
  },
  IMPORT_PERSONAL_MISSING: {
    en: 'No record has what the mapping withholds as personal: {missing}. Nothing was taken in, for it may stand there under another name. Name it as the source does, or take it out of "personal".',
    'zh-CN': '没有任何记录含有映射所称的个人信息：{missing}。未导入任何数据，因为它可能以其他名称出现。请按来源中的名称填写，或将其从 "personal" 中去掉。',
  },
  IMPORT_COLUMN_TWICE: {
    en: 'The table has more than one column {column}, and the mapping reads it. Nothing was taken in. Give one of them another name.',
    'zh-CN': '表中有多个名为 {column} 的列，而映射要读取它。未导入任何数据。请将其中之一改名。',
  },
  IMPORT_FOLDER_IN_USE: {
    en: 'In the folder {folder} lies {file}, which is of another import or would be overwritten. Nothing was taken in. Go on with that import by "hub import --resume {folder}", or name another folder with --report.',
    'zh-CN': '文件夹 {folder} 中已有 {file}，属于另一次导入或会被覆盖。未导入任何数据。请以 "hub import --resume {folder}" 继续该次导入，或用 --report 指定其他文件夹。',
  },
  IMPORT_SOURCE_IN_FOLDER: {
    en: 'The source {source} lies in the folder of the report under a name that the import writes itself. Nothing was taken in. Name another folder with --report.',
    'zh-CN': '来源 {source} 位于报告文件夹中，其名称是导入自身要写入的。未导入任何数据。请用 --report 指定其他文件夹。',
  },
  IMPORT_ROW_UNREADABLE: {
    en: 'The row cannot be read: {problem}. Mend it and import it again.',
    'zh-CN': '该行无法读取：{problem}。请修改后重新导入。',
  },
  IMPORT_KEY_TWICE: {
    en: 'The key {key} stands in row {first} already, with other content. Keep the row that is right.',
    'zh-CN': '键 {key} 已见于第 {first} 行，但内容不同。请保留正确的一行。',
  },
  IMPORT_VALUE_UNKNOWN: {
    en: '{field} cannot be made of "{value}", which the mapping does not translate. Right would be one of: {known}. Mend the row, or enter the value in the mapping.',
    'zh-CN': '无法由“{value}”得出 {field}：映射中没有该值的对照。可用的值：{known}。请修改该行，或在映射中补充对照。',
  },
  IMPORT_MAPPING_UNKNOWN: {
    en: 'There is no mapping {mapping} in version {version} here that imports may use: it ships with the hub, or your party has approved it. Name one of: {known}.',
    'zh-CN': '此处没有可供导入使用的映射 {mapping} 第 {version} 版：映射须随资源库发布，或由贵单位批准。可用的映射：{known}。',
  },
  IMPORT_FILE_NOT_HANDED_IN: {
    en: 'Your party has handed in no file with this hash, or it is kept no longer. Upload it at {address} (tus 1.0), and name the hash that was told there.',
    'zh-CN': '贵单位未上传具有该摘要值的文件，或其已过保存期限。请在 {address} 上传（tus 1.0），并填写上传时注明的摘要值。',
  },
  IMPORT_GIVEN_WRONG: {
    en: 'The mapping asks whoever imports for {asked}, and for nothing else; {faults} is missing, given twice or not asked for. Give each once.',
    'zh-CN': '映射要求导入人提供：{asked}，且仅限于此；{faults} 缺失、重复或多余。请逐项提供一次。',
  },
  IMPORT_STARTER_GONE: {
    en: 'Whoever started the import is in that role no more, and it was done in their name. What was taken in stays. Start it anew in your own name: what is unchanged stays as it is.',
    'zh-CN': '发起导入的人员已不再承担该职责，而导入以其名义进行。已采集的数据保留。请以您的名义重新发起，未变化的数据不受影响。',
  },
  IMPORT_NOT_LET_ON: {
    en: 'The import did not go on: {problem} What was taken in stays. See to that, and start it anew: what is unchanged stays as it is.',
    'zh-CN': '导入未能继续：{problem} 已采集的数据保留。请处理后重新发起，未变化的数据不受影响。',
  },
  IMPORT_FILE_NOT_FOUND: {
    status: 404,
    en: 'There is no such file of an import for you: there is no such import, nothing was refused, the file is kept no longer, or it is not open to you. Ask importRun for reportPath and refusedRowsPath.',
    'zh-CN': '没有可供您读取的该导入文件：无此导入、无拒绝行、文件已过保存期限或不向您开放。请查询 importRun 的 reportPath 和 refusedRowsPath。',
  },
  IMPORT_FILE_UNDER_WAY: {
    status: 429,
    en: 'Refused rows of an import of your party are being fetched already, and each time the whole file is read. Wait until that has ended, then ask again.',
    'zh-CN': '贵单位正在获取某次导入的拒绝行，每次获取均须读取整个文件。请待其结束后再请求。',
  },
  IMPORT_SOURCE_NOT_ALLOWED: {
    en: 'The hub fetches nothing from {host}: neither the host nor an address that it leads to is allowed. Sources lie on hosts that the operator has entered in IMPORT_ALLOWED_HOSTS, and lead to public addresses unless those stand there too.',
    'zh-CN': '资源库不从 {host} 采集：该主机或其指向的地址未获允许。来源主机须由运维人员列入 IMPORT_ALLOWED_HOSTS，且指向公网地址，除非该地址亦已列入。',
  },
  IMPORT_SOURCE_REDIRECTS: {
    en: 'The source sends on from address to address, more than {limit} times. Name the address at which it is.',
    'zh-CN': '来源地址多次重定向，超过 {limit} 次。请填写其最终地址。',
  },
  IMPORT_SOURCE_STATUS: {
    en: 'The source answers {status}. See whether the address still holds; it is tried again.',
    'zh-CN': '来源返回 {status}。请核对地址是否仍然有效；系统将重试。',
  },
  IMPORT_SOURCE_TOO_LARGE: {
    en: 'What the source sends is more than {limit} bytes, or more than there is room for. Nothing of it was kept. Let it give less at a time, such as what came after a place.',
    'zh-CN': '来源发送的内容超过 {limit} 字节，或存储空间不足。未保留任何内容。请改为分批获取，例如使用来源游标。',
  },
  IMPORT_SOURCE_TIMED_OUT: {
    en: 'The source did not send all of it within {seconds} seconds. Nothing of it was kept; it is tried again.',
    'zh-CN': '来源未在 {seconds} 秒内发送完毕。未保留任何内容；系统将重试。',
  },
  IMPORT_SOURCE_UNREACHABLE: {
    en: 'The host {host} cannot be reached, or breaks off. It is tried again.',
    'zh-CN': '无法连接主机 {host}，或连接中断。系统将重试。',
  },
  IMPORT_CURSOR_COLUMN: {
    en: 'The place of the source cannot be read from {column}: the mapping reads no such column, or what stands there is personal or stays in the centre. It reads: {known}.',
    'zh-CN': '无法以 {column} 作为来源游标：映射不读取该列，或该列为个人信息或不出监测中心。映射读取的列：{known}。',
  },
  IMPORT_CURSOR_VALUE: {
    en: 'The greatest value of {column} has more than {limit} characters or control characters in it, and can be no place that goes into an address. Nothing was taken in. Have the source mend it, or schedule the pull with another column.',
    'zh-CN': '{column} 的最大值超过 {limit} 个字符或含有控制字符，不能作为来源游标写入网址。未导入任何数据。请由来源方更正，或改用其他列重新设定采集。',
  },
  IMPORT_CURSOR_TIMED_OUT: {
    en: 'The place of the source could not be read out of what it sent within {seconds} seconds. Nothing was taken in. Let it give less at a time.',
    'zh-CN': '未能在 {seconds} 秒内从来源发送的内容中读出来源游标。未导入任何数据。请减少来源每次提供的数据量。',
  },
  IMPORT_PULL_MAPPING_UNKNOWN: {
    en: 'There is no mapping {mapping} that imports may use. Name one of: {known}.',
    'zh-CN': '没有可供导入使用的映射 {mapping}。可用的映射：{known}。',
  },
  IMPORT_PULL_MAPPING_GONE: {
    en: 'There is no mapping {mapping} any more that imports may use. Let a version of it be approved, then resume the pull.',
    'zh-CN': '已没有可供导入使用的映射 {mapping}。请批准其一个版本后恢复采集。',
  },
  IMPORT_PULLS_TOO_MANY: {
    en: 'Your party has {limit} pulls of sources that have not ended, which is the most. End one that is not needed.',
    'zh-CN': '贵单位已设定 {limit} 项定时采集，达到上限。请先终止不再需要的一项。',
  },
  IMPORTS_TOO_MANY: {
    en: 'Your party has {limit} imports that have not ended, which is the most at a time. Wait until one has ended, or cancel one by cancelImport.',
    'zh-CN': '贵单位已有 {limit} 次导入尚未结束，达到上限。请待其中之一结束，或以 cancelImport 取消其一。',
  },
} as const satisfies Record<string, CatalogueEntry>;
