/** What an import has written, table by table: the rows that came to it, as conditions in SQL. */
export const importedRows = {
  risk_information: `source = '平台质量管理'`,
  source_content: `risk_information_id IN (SELECT id FROM risk_information WHERE source = '平台质量管理')`,
  import_row: `import_run_id IN (SELECT id FROM import_run WHERE source = '平台质量管理')`,
  'kernel.act_receipt': `act = 'takeInRiskInformation'`,
  'kernel.event': `kind = 'RiskInformationBatchTakenIn' AND subject_id IN (SELECT id FROM risk_information WHERE source = '平台质量管理')`,
} as const;

export type ImportedTable = keyof typeof importedRows;
