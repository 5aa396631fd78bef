/** The platforms' rows that name files of evidence (证据文件), each with its files. */
export const namingRows = `
  SELECT 'PlatformHandling' AS type, id::text AS id, measure->'evidence' AS files FROM platform_handling, jsonb_array_elements(measures) measure
  UNION ALL SELECT 'SelfInspection', id::text, evidence FROM self_inspection
  UNION ALL SELECT 'SelfInspection', id::text, rectification_evidence FROM self_inspection
  UNION ALL SELECT 'DirectionFulfilment', id::text, report->'evidence' FROM direction_fulfilment, jsonb_array_elements(reports) report
  UNION ALL SELECT 'ReceivedResultNotice', id::text, objection->'evidence' FROM received_result_notice WHERE objection IS NOT NULL`;
