/** The labs' rows that name files of evidence (证据文件), each with its files. */
export const namingRows = `
  SELECT 'SampleReceipt' AS type, id::text AS id, photos AS files FROM sample_receipt
  UNION ALL SELECT 'InspectionFailure', id::text, evidence FROM inspection_failure`;
