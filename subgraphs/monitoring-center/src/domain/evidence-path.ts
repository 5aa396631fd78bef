/** The address of the centre's files of evidence (证据文件). */
export const evidencePath = '/evidence/monitoring-center';
