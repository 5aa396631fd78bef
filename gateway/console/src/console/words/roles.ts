/** The roles in which users act for their parties. */
export const roles = ['OFFICER', 'ANALYST', 'SAMPLER', 'STOREKEEPER', 'TECHNICIAN', 'REVIEWER', 'SIGNATORY', 'DATA_STEWARD', 'AUDITOR', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR'] as const;
