/** The regulators' rows that name files of evidence (证据文件), each with its files. */
export const namingRows = `
  SELECT 'HazardDirection' AS type, id::text AS id, answer->'evidence' AS files FROM hazard_direction, jsonb_array_elements(answers) answer`;
