/** The centre's rows that name files of evidence (证据文件), each with its files. */
export const namingRows = `
  SELECT 'Evidence' AS type, id::text AS id, files FROM evidence
  UNION ALL SELECT 'Purchase', id::text, screenshots FROM purchase
  UNION ALL SELECT 'Sample', id::text, confirmation->'photos' FROM sample WHERE confirmation IS NOT NULL
  UNION ALL SELECT 'RiskNotice', id::text, answer->'evidence' FROM risk_notice WHERE answer IS NOT NULL`;
