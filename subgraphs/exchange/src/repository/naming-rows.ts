/** The exchange's rows that name files of evidence (证据文件), each with its files. */
export const namingRows = `
  SELECT 'MembershipApplication' AS type, id::text AS id, documents AS files FROM membership_application`;
