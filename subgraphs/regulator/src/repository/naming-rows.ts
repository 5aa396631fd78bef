/** The regulators' rows that name files of evidence (证据文件), each with its files. */
export const namingRows = `
  SELECT 'HazardDirection' AS type, id::text AS id, answer->'evidence' AS files FROM hazard_direction, jsonb_array_elements(answers) answer
  UNION ALL SELECT 'ResultNotice', id::text, service->'evidence' FROM result_notice WHERE service IS NOT NULL
  UNION ALL SELECT 'Objection', id::text, evidence FROM objection WHERE on_behalf
  UNION ALL SELECT 'CaseReferral', id::text, evidence FROM case_referral
  UNION ALL SELECT 'CaseReferral', id::text, reply->'evidence' FROM case_referral WHERE reply IS NOT NULL`;
