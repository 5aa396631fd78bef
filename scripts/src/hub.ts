import { Command, type CommanderError } from 'commander';
import type { BenchSettings } from './bench/bench.js';
import type { AuditVerifyOptions } from './commands/audit-verify.js';
import type { CatalogueExportOptions } from './commands/catalogue-export.js';
import type { ImportMappingOptions } from './commands/import-mapping.js';
import type { ImportOptions } from './commands/import-file.js';
import type { SchemaExceptOptions } from './commands/schema-except.js';
import type { SchemaExceptionsOptions } from './commands/schema-exceptions.js';
import type { SchemaLintOptions } from './commands/schema-lint.js';
import type { SchemaPromoteOptions } from './commands/schema-promote.js';
import type { SchemaProposeOptions } from './commands/schema-propose.js';
import type { SchemaProposalsOptions } from './commands/schema-proposals.js';
import type { SchemaPublishOptions } from './commands/schema-publish.js';
import type { SchemaShowOptions } from './commands/schema-show.js';
import type { EvidenceCheckOptions } from './commands/evidence-check.js';
import type { EvidenceExportOptions } from './commands/evidence-export.js';
import type { EvidenceVerifyOptions } from './commands/evidence-verify.js';
import { positiveInteger } from './commands/positive-integer.js';
import type { SchemaUsageOptions } from './commands/schema-usage.js';
import type { DocumentWriteOptions } from './commands/document-write.js';
import type { ExportListOptions } from './commands/export-list.js';
import type { ExportVerifyOptions } from './commands/export-verify.js';
import type { OperationsRegisterOptions } from './commands/operations-register.js';
import type { ReportVerifyOptions } from './commands/report-verify.js';
import { addPullCommands } from './import/pull-commands.js';
import type { RegistryOptions } from './schema/registry-at.js';
import { addSheetCommands } from './sheets/sheet-commands.js';
import { tellFailure } from './tell-failure.js';

/** Where an exit code tells what was found, wrong input has one of its own. */
const refuseWrongInput = ({ exitCode }: CommanderError): never => process.exit(exitCode === 0 ? 0 : 3);

const hub = new Command('hub')
  .description('The library of shared information resources 共享信息资源库')
  // What stands behind a command is that one's, also where the one above has an option of that name.
  .enablePositionalOptions()
  .showHelpAfterError('(hub --help tells what there is)');

hub
  .command('start')
  .description('runs PostgreSQL, six subgraphs and the gateway until Ctrl-C')
  .option('--separate', 'each subgraph and the gateway as a process of its own', false)
  .action(async (options: { separate: boolean }) => (await import('./commands/start.js')).start(options));

hub
  .command('token')
  .description('prints a token of the development issuer')
  .argument('<identity>', 'such as regulator-province, center, lab-1, enterprise-1; a wrong one lists all')
  .option('--role <role>', "another of the identity's roles")
  .option('--user <number>', 'user 1, 2 or 3 of the party')
  .action(async (identity: string, options: { role?: string; user?: string }) => (await import('./commands/token.js')).token(identity, options));

hub
  .command('status')
  .description('tells how the running hub is, service by service')
  .action(async () => (await import('./commands/status.js')).status());

hub
  .command('catalogue')
  .description('looks at the catalogue of what is shared')
  .command('export')
  .description('prints it as DCAT 3 in JSON-LD, or as 政务数据目录 in CSV')
  .option('--format <format>', 'dcat or zhengwu', 'dcat')
  .option('--address <url>', "of dcat: the gateway's, as others reach it", 'http://127.0.0.1:4000')
  .option('--code <digits>', 'of zhengwu: the front part of 信息资源代码 (类、项、目、细目), as the directory has given it', '')
  .option('--issued <day>', 'of zhengwu: 发布日期, such as 2026-11-28; today without it')
  .option('--provider <kind=code...>', 'of zhengwu: 信息资源提供方代码, the unified social credit codes of who holds resources, such as MONITORING_CENTER=12330100MB1A000444', [])
  .action(async (options: CatalogueExportOptions) => (await import('./commands/catalogue-export.js')).catalogueExport(options));

const lists = hub
  .command('export')
  .description('writes a list that you may see into a file, page by page with your rights of now, and a signed manifest beside it; what broke off goes on when it is run again')
  .argument('<list>', 'the field of Query that gives it, such as riskInformationList')
  .option('--out <file>', 'where it is to lie; it has to be said')
  .option('--format <format>', 'csv, xlsx or jsonl; as the name of the file says, without it')
  .option('--fields <names>', 'columns, such as id,number,plan.title; without it, all that a row itself says')
  .option('--filter <json>', 'as the list takes it')
  .option('--order <json>', 'as the list takes it (orderBy)')
  .option('--purpose <purpose>', 'what it is for (x-hub-purpose)')
  .option('--url <address>', 'of the hub; without it, the one that runs here')
  .option('--as <identity>', 'of the development issuer; without it, HUB_TOKEN says who asks')
  .option('--role <role>', 'of that identity')
  .exitOverride(refuseWrongInput)
  .action(async (list: string, options: ExportListOptions) => (await import('./commands/export-list.js')).exportList(list, options));
lists
  .command('verify')
  .description('checks an exported file by its manifest, without a hub; exits with 0 where it is whole, 1 where not, 2 where something cannot be read, 3 for wrong input')
  .argument('<file>', 'the manifest and its signature lie beside it')
  .option('--keys <place>', "the hub's keys (JWKS): a file, an address, or the hub's own address; without it, those beside the file")
  .option('--json', 'prints what was found as JSON', false)
  .exitOverride(refuseWrongInput)
  .action(async (file: string, options: ExportVerifyOptions) => (await import('./commands/export-verify.js')).exportVerify(file, options));

hub
  .command('document')
  .description('writes a report, a form or labels as PDF, made from what you may see; exits with 0 where it is written, 1 where the hub refuses, 2 where it does not answer, 3 for wrong input')
  .argument('<kind>', 'inspection-report, monitoring-data, purchase-form, commission-form, sample-circulation-form, result-notice, sample-label, shelf-label, lab-sample-label or lab-shelf-label')
  .argument('<ids...>', 'the id of the row; several for labels')
  .option('-o, --out <file>', 'where it is to lie; it has to be said')
  .option('--paper <paper>', 'of labels: label (60 × 40 mm, one a page) or a4 (3 × 8)', 'label')
  .option('--purpose <purpose>', 'what it is for (x-hub-purpose)')
  .option('--url <address>', 'of the hub; without it, the one that runs here')
  .option('--as <identity>', 'of the development issuer; without it, HUB_TOKEN says who asks')
  .option('--role <role>', 'of that identity')
  .exitOverride(refuseWrongInput)
  .action(async (kind: string, ids: string[], options: DocumentWriteOptions) => (await import('./commands/document-write.js')).documentWrite(kind, ids, options));

addSheetCommands(hub, refuseWrongInput);

const members = hub.command('members').description('keeps the members of a hub that nobody can admit yet').exitOverride(refuseWrongInput);
members
  .command('record')
  .description('records the first members and their users, while the hub runs or not; exits with 0 where all take part, 2 where the database cannot be read, 3 for wrong input')
  .argument('<file>', 'JSON: [{ id, kind, level, name, uscc, regionCode, users: [{ id, name, roles }] }]')
  .exitOverride(refuseWrongInput)
  .action(async (file: string) => (await import('./commands/members-record.js')).membersRecord(file));

const audit = hub.command('audit').description('looks at the audit logs').exitOverride(refuseWrongInput);
audit
  .command('verify')
  .description('finds what was changed, removed, put elsewhere or put in; exits with 0 where all is whole, 1 where not, 2 where a database cannot be read, 3 for wrong input')
  .option('--owner <owner>', 'the log of one owner; without it, of all')
  .option('--database-url <address>', "of the owner's database, where no setting tells it")
  .option('--keys <file>', 'the public halves of the audit keys (JWKS), where they do not lie in HUB_DATA_DIR')
  .option('--json', 'prints the reports as JSON', false)
  .exitOverride(refuseWrongInput)
  .action(async (options: AuditVerifyOptions) => (await import('./commands/audit-verify.js')).auditVerify(options));

const evidence = hub.command('evidence').description('looks at preserved files of evidence').exitOverride(refuseWrongInput);
evidence
  .command('verify')
  .description('finds what was changed, removed or put in: of the record, of the files, of the time stamps; exits with 0 where all is whole, 1 where not, 2 where a database or the store cannot be read, 3 for wrong input')
  .option('--owner <owner>', 'what one owner preserves; without it, all')
  .option('--database-url <address>', "of the owner's database, where no setting tells it")
  .option('--keys <file>', 'the public halves of the audit keys (JWKS), where they do not lie in HUB_DATA_DIR')
  .option('--roots <file>', 'certificates in PEM to which time stamps lead, where EVIDENCE_TIMESTAMP_ROOTS does not tell them')
  .option('--no-files', 'does not read the files themselves, which takes long where there are many')
  .option('--json', 'prints the reports as JSON', false)
  .exitOverride(refuseWrongInput)
  .action(async (options: EvidenceVerifyOptions) => (await import('./commands/evidence-verify.js')).evidenceVerify(options));
evidence
  .command('export')
  .description('writes what a row names into a folder for others: the files, and what proves them')
  .argument('<id>', 'of the row, such as an Evidence')
  .requiredOption('--to <folder>', 'empty, or not there yet')
  .option('--owner <owner>', 'whose row it is; without it, all are looked at')
  .option('--keys <file>', 'the public halves of the audit keys (JWKS), where they do not lie in HUB_DATA_DIR')
  .exitOverride(refuseWrongInput)
  .action(async (id: string, options: EvidenceExportOptions) => (await import('./commands/evidence-export.js')).evidenceExport(id, options));
evidence
  .command('check')
  .description('checks such a folder without the hub; exits with 0 where it is as it was preserved, 1 where not, 3 for wrong input, 4 where nothing is wrong and something cannot be told, as without --keys')
  .argument('<folder>')
  .option('--keys <file>', 'the public keys of the hub (JWKS), a file or an address of the hub such as https://hub.example.cn/evidence/labs/keys.json; without it those that lie in it, whose thumbprint is to be compared')
  .option('--roots <file>', 'certificates in PEM of the time-stamp authorities that are believed')
  .option('--json', 'prints the verdict as JSON', false)
  .exitOverride(refuseWrongInput)
  .action(async (folder: string, options: EvidenceCheckOptions) => (await import('./commands/evidence-check.js')).evidenceCheck(folder, options));

const schema = hub.command('schema').description('checks, publishes and looks at schemas; exits with 0 for ok, 1 for refused, 2 for timed out or unreachable, 3 for wrong input').exitOverride(refuseWrongInput);
const schemaCommand = (name: string, description: string): Command =>
  schema
    .command(name)
    .description(description)
    .option('--registry <url>', "the registry's own address; that of the hub that runs here, if none is named")
    .option('--token <token>', "a registry token, or a data steward's; HUB_REGISTRY_TOKEN does as well")
    .option('--json', 'prints the result as JSON', false)
    .exitOverride(refuseWrongInput);
const because = 'why, for those who read the history';

schemaCommand('check', 'checks a schema against what is in force; publishes nothing')
  .argument('<subgraph>')
  .argument('<path>', 'a file, or a folder of files')
  .action(async (subgraph: string, path: string, options: RegistryOptions) => (await import('./commands/schema-check.js')).schemaCheck(subgraph, path, options));
schemaCommand('propose', 'proposes a change of one or more subgraphs, or of code lists, for others to see, comment and approve; publishes nothing')
  .argument('<title>')
  .argument('[changes...]', 'subgraph=path, a file or a folder of files')
  .option('--code-list <list=file...>', 'a code list as it would be, whole, as JSON: {"codes": […]}, as content of a version has it')
  .option('--reason <text>', because)
  .action(async (title: string, changes: string[], options: SchemaProposeOptions) => (await import('./commands/schema-propose.js')).schemaPropose(title, changes, options));
schemaCommand('proposals', 'lists proposals, latest first, or tells all of one: what it changes, for whom, who has approved it, what others say')
  .argument('[id]')
  .option('--state <state>', 'OPEN, APPROVED, REJECTED or PUBLISHED')
  .action(async (id: string | undefined, options: SchemaProposalsOptions) => (await import('./commands/schema-proposals.js')).schemaProposals(id, options));
schemaCommand('comment', 'says something of a proposal')
  .argument('<proposal>', 'its id')
  .argument('<text>')
  .action(async (proposal: string, text: string, options: RegistryOptions) => (await import('./commands/schema-comment.js')).schemaComment(proposal, text, options));
schemaCommand('reject', 'rejects a proposal, or takes back one’s own')
  .argument('<proposal>', 'its id')
  .option('--reason <text>', because)
  .action(async (proposal: string, options: SchemaPromoteOptions) => (await import('./commands/schema-reject.js')).schemaReject(proposal, options));
schemaCommand('approve', 'lets findings of a proposal or a check pass, for just the text that was checked: NARROWED, WIDENED, BREAKING, CODE_ENDED or CODE_CHANGED')
  .argument('<id>', 'of the proposal or the check')
  .argument('<kinds...>')
  .option('--reason <text>', because)
  .action(async (id: string, kinds: string[], options: SchemaPromoteOptions) => (await import('./commands/schema-approve.js')).schemaApprove(id, kinds, options));
schemaCommand('publish', 'publishes a schema whose check is green')
  .argument('[subgraph]')
  .argument('[path]', 'a file, or a folder of files')
  .option('--reason <text>', because)
  .option('--proposal <id>', 'an approved proposal, all its subgraphs in one go; no reason is needed')
  .option('--all-built', 'what comes with this edition of the hub, in one go', false)
  .action(async (subgraph: string | undefined, path: string | undefined, options: SchemaPublishOptions) => (await import('./commands/schema-publish.js')).schemaPublish(subgraph, path, options));
schemaCommand('except', 'lets a rule only warn for a time, at one place or in the whole schema of a subgraph')
  .argument('<subgraph>')
  .argument('<rule>', 'as findings name it')
  .argument('[coordinate]', 'such as Sample.quantity; the whole schema, if none is named')
  .option('--until <day>', 'YYYY-MM-DD, a year from now at most')
  .option('--off', 'the rule says nothing there, where without it it warns', false)
  .option('--error', 'the rule stops publications there, although the whole schema is excepted', false)
  .option('--reason <text>', because)
  .action(async (subgraph: string, rule: string, coordinate: string | undefined, options: SchemaExceptOptions) => (await import('./commands/schema-except.js')).schemaExcept(subgraph, rule, coordinate, options));
schemaCommand('exceptions', 'lists the exceptions from rules, latest first, and ends one')
  .argument('[subgraph]')
  .option('--end <id>', 'ends this one before its time')
  .action(async (subgraph: string | undefined, options: SchemaExceptionsOptions) => (await import('./commands/schema-exceptions.js')).schemaExceptions(subgraph, options));
schemaCommand('history', 'lists the versions of a schema, latest first')
  .argument('<subgraph>', 'or supergraph')
  .action(async (subgraph: string, options: RegistryOptions) => (await import('./commands/schema-history.js')).schemaHistory(subgraph, options));
schemaCommand('usage', 'tells how the fields of a subgraph were used through the gateways, or who uses one')
  .argument('<subgraph>')
  .option('--days <number>', 'how far to look back', positiveInteger, 30)
  .option('--unused', 'only what nobody asked', false)
  .option('--deprecated', 'only what is deprecated, and asked all the same', false)
  .option('--field <coordinate>', 'who uses this field, and with which operation')
  .action(async (subgraph: string, options: SchemaUsageOptions) => (await import('./commands/schema-usage.js')).schemaUsage(subgraph, options));
schemaCommand('contracts', 'lists the contracts of the supergraph in force: what parties of one kind see of it, or why there is none')
  .action(async (options: RegistryOptions) => (await import('./commands/schema-contracts.js')).schemaContracts(options));
schemaCommand('diff', 'tells what changed between two versions, the last two if none are named')
  .argument('<subgraph>')
  .argument('[from]', 'a version')
  .argument('[to]', 'a version')
  .action(async (subgraph: string, from: string | undefined, to: string | undefined, options: RegistryOptions) => (await import('./commands/schema-diff.js')).schemaDiff(subgraph, from, to, options));
schemaCommand('promote', 'brings an older version back, its terms too')
  .argument('<subgraph>')
  .argument('<version>')
  .option('--reason <text>', because)
  .action(async (subgraph: string, version: string, options: SchemaPromoteOptions) => (await import('./commands/schema-promote.js')).schemaPromote(subgraph, version, options));
schemaCommand('rollback', 'brings the version before the one in force back')
  .argument('<subgraph>')
  .option('--reason <text>', because)
  .action(async (subgraph: string, options: SchemaPromoteOptions) => (await import('./commands/schema-promote.js')).schemaPromote(subgraph, undefined, options));
schemaCommand('retire', 'keeps a version that is not in force from being brought back')
  .argument('<subgraph>')
  .argument('<version>')
  .option('--reason <text>', because)
  .action(async (subgraph: string, version: string, options: SchemaPromoteOptions) => (await import('./commands/schema-retire.js')).schemaRetire(subgraph, version, options));
schemaCommand('running', 'tells what each owner enforces and each gateway serves')
  .action(async (options: RegistryOptions) => (await import('./commands/schema-running.js')).schemaRunning(options));
schemaCommand('show', 'prints the text of a version: the one in force, if none is named')
  .argument('<subgraph>', 'or supergraph')
  .argument('[version]')
  .option('--at <time>', 'the one that was in force then, such as 2026-12-01T00:00:00+08:00')
  .action(async (subgraph: string, version: string | undefined, options: SchemaShowOptions) => (await import('./commands/schema-show.js')).schemaShow(subgraph, version, options));
schemaCommand('explain', 'tells on which terms a field or an act is open, and to whom')
  .argument('<coordinate>', 'such as Sample.quantity or Mutation.publishSchema')
  .action(async (coordinate: string, options: RegistryOptions) => (await import('./commands/schema-explain.js')).schemaExplain(coordinate, options));
schema
  .command('lint')
  .description('holds a schema against the rules of the contract; no hub has to run')
  .argument('<path>', 'a file, or a folder of files')
  .requiredOption('--subgraph <name>', 'whose schema it is')
  .option('--exceptions <file>', 'the exceptions in writing that hold, as hub schema exceptions --json prints them')
  .option('--json', 'prints the findings as JSON', false)
  .exitOverride(refuseWrongInput)
  .action(async (path: string, options: SchemaLintOptions) => (await import('./commands/schema-lint.js')).schemaLint(path, options));

const operations = hub.command('operations').description('registers operations that clients were built with; exits as hub schema does').exitOverride(refuseWrongInput);
const operationsCommand = (name: string, description: string): Command =>
  operations
    .command(name)
    .description(description)
    .option('--registry <url>', "the registry's own address; that of the hub that runs here, if none is named")
    .option('--token <token>', "a data steward's token; HUB_REGISTRY_TOKEN does as well")
    .option('--json', 'prints the result as JSON', false)
    .exitOverride(refuseWrongInput);
operationsCommand('register', 'registers operations, so that checks know them')
  .argument('<client>', 'whose they are')
  .argument('<path>', 'a manifest of operations, Apollo\'s or Relay\'s (.json), or a file with one operation')
  .option('--safelist', 'and puts them on the list that gateways take', false)
  .action(async (client: string, path: string, options: OperationsRegisterOptions) => (await import('./commands/operations-register.js')).operationsRegister(client, path, options));
operationsCommand('list', 'lists what is registered, latest first')
  .argument('[client]')
  .action(async (client: string | undefined, options: RegistryOptions) => (await import('./commands/operations-list.js')).operationsList(client, options));
operationsCommand('retire', 'retires one: no client asks it any more')
  .argument('<operation>', 'its id')
  .option('--reason <text>', because)
  .action(async (operation: string, options: SchemaPromoteOptions) => (await import('./commands/operations-retire.js')).operationsRetire(operation, options));

hub
  .command('report')
  .description('looks at inspection reports')
  .exitOverride(refuseWrongInput)
  .command('verify')
  .description('checks the signature of a report offline: who signed, when, with which key, and whether it counts; exits with 0 where it is valid, 1 where not, 3 for wrong input')
  .argument('<file>', 'the answer to the query ReportFile (gateway/docs/reports.md)')
  .option('--keys <places...>', 'files or addresses of the public keys (JWKS), or the address of a hub; without it, the keys that the file brings along')
  .option('--json', 'prints the verdict as JSON', false)
  .exitOverride(refuseWrongInput)
  .action(async (file: string, options: ReportVerifyOptions) => (await import('./commands/report-verify.js')).reportVerify(file, options));

const imports = hub
  .command('import')
  .enablePositionalOptions()
  .description('takes in the records of a file by a mapping, each row accounted for; exits with 0 where none was refused, 1 where some were, 2 where it stopped and can be resumed, 3 for wrong input')
  .argument('[source]', 'a file, an address (https://…), or - for standard input; gzip is unpacked')
  .option('--mapping <mapping>', 'a mapping file (gateway/docs/importing.md), or the name of one that ships with the hub, such as cpsc-recalls, or that the centre has approved there: the latest version, or name@version')
  .option('--preview [rows]', 'shows what the first rows would become, 10 without a number; sends nothing')
  .option('--given <name=value...>', 'what the file does not say and the mapping asks for', [])
  .option('--mended', 'the file is what an import gave back as refused, mended', false)
  .option('--report <folder>', 'where the report and the refused rows are written; a new folder here without it')
  .option('--resume <folder>', 'goes on with the import of this folder where it was cut off')
  .option('--hub <address>', "the gateway's; the hub that runs here without it")
  .option('--token <token>', 'of who may do the act; HUB_TOKEN without it')
  .option('--patience <seconds>', 'how long a hub that is away is asked again', positiveInteger, 120)
  .option('--lang <language>', 'of messages and report: en or zh-CN', 'en')
  .exitOverride(refuseWrongInput)
  .action(async (source: string | undefined, options: ImportOptions) => (await import('./commands/import-file.js')).importFile(source, options));
imports
  .command('check')
  .description('holds a mapping against its form and against the act that it fills; no hub has to run')
  .argument('<mapping>', 'a mapping file, or the name of one that ships with the hub')
  .option('--lang <language>', 'of the messages: en or zh-CN', 'en')
  .exitOverride(refuseWrongInput)
  .action(async (mapping: string, options: { lang: string }) => (await import('./commands/import-check.js')).importCheck(mapping, options));
addPullCommands(imports, refuseWrongInput);
const mappings = imports.command('mapping').description('proposes, approves and lists mappings of a centre; exits with 0 where it is done, 1 where the hub refuses, 2 where it does not answer, 3 for wrong input').exitOverride(refuseWrongInput);
const mappingCommand = (name: string, description: string): Command =>
  mappings
    .command(name)
    .description(description)
    .option('--hub <address>', "the gateway's; the hub that runs here without it")
    .option('--token <token>', 'of an analyst of the centre; HUB_TOKEN without it')
    .option('--lang <language>', 'of the messages: en or zh-CN', 'en')
    .exitOverride(refuseWrongInput);
mappingCommand('propose', 'proposes a mapping, tried on a sample; another analyst approves it')
  .argument('<file>', 'the mapping; its name and version stand in it')
  .option('--sample <file>', 'of the source, at most 5 MB')
  .option('--given <name=value...>', 'what the file does not say and the mapping asks for', [])
  .option('--reason <text>', because)
  .action(async (file: string, options: ImportMappingOptions) => (await import('./commands/import-mapping.js')).importMappingPropose(file, options));
mappingCommand('list', 'lists mappings, the latest first')
  .option('--state <state>', 'PROPOSED, APPROVED, REFUSED or WITHDRAWN')
  .action(async (options: ImportMappingOptions) => (await import('./commands/import-mapping.js')).importMappingList(options));
mappingCommand('show', 'tells all of one: its text, who has decided, and what would become of the first rows of its sample')
  .argument('<id>')
  .action(async (id: string, options: ImportMappingOptions) => (await import('./commands/import-mapping.js')).importMappingShow(id, options));
mappingCommand('approve', 'lets imports use a mapping that another analyst has proposed')
  .argument('<id>')
  .option('--reason <text>', because)
  .action(async (id: string, options: ImportMappingOptions) => (await import('./commands/import-mapping.js')).importMappingDecide(id, true, options));
mappingCommand('refuse', 'refuses it')
  .argument('<id>')
  .option('--reason <text>', because)
  .action(async (id: string, options: ImportMappingOptions) => (await import('./commands/import-mapping.js')).importMappingDecide(id, false, options));
mappingCommand('withdraw', 'keeps imports from beginning with a mapping; those that have begun go on')
  .argument('<id>')
  .option('--reason <text>', because)
  .action(async (id: string, options: ImportMappingOptions) => (await import('./commands/import-mapping.js')).importMappingWithdraw(id, options));

hub
  .command('demo')
  .description('walks the whole process on the running hub, or on one that it starts, and checks each step')
  .option('--separate', 'where it starts a hub: in separate processes', false)
  .option('--run <name>', 'another run than the one that goes on')
  .option('--lang <language>', "of the hub's messages: en or zh-CN", 'en')
  .option('--json <file>', 'writes what was done besides')
  .action(async (options: { separate: boolean; run?: string; lang: string; json?: string }) => (await import('./commands/demo.js')).demo(options));

hub
  .command('gateway')
  .description('runs the gateway alone, before any Federation 2 supergraph and the subgraphs that it names')
  .requiredOption('--supergraph <file>', 'a composed supergraph')
  .option('--port <number>', 'where it listens; 0 means any that is free', '4000')
  .option('--insecure-no-auth', 'nobody has to say who asks; it then listens on 127.0.0.1 only', false)
  .action(async (options: { supergraph: string; port: string; insecureNoAuth: boolean }) => (await import('./commands/gateway.js')).gateway(options));

hub
  .command('bench')
  .description('measures')
  .argument('[name]', 'without it, the benches are listed')
  .option('--json <file>', 'writes an array of {bench, case, subject, metric, value, unit}')
  .option('--records <count...>', 'sizes of the data, where a bench has any', (count: string, before: number[] = []) => [...before, positiveInteger(count)])
  .option('--rounds <count>', 'how often everything is measured, where a bench works in rounds', positiveInteger)
  .action(async (name: string | undefined, options: BenchSettings & { json?: string }) => (await import('./commands/bench.js')).bench(name, options));

hub
  .command('new-subgraph')
  .description('makes the rooms of a new subgraph')
  .argument('<name>', 'in kebab-case, such as insurers')
  .action(async (name: string) => (await import('./commands/new-subgraph.js')).newSubgraph(name));

await hub.parseAsync().catch(tellFailure);
