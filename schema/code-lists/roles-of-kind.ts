/** Which roles the users of a party of a kind may carry (角色, clause 1). */
export const rolesOfKind: Readonly<Record<string, readonly string[]>> = {
  REGULATOR: ['OFFICER', 'SYSTEM_ADMINISTRATOR', 'AUDITOR'],
  MONITORING_CENTER: ['ANALYST', 'SAMPLER', 'STOREKEEPER', 'DATA_STEWARD', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'],
  LAB: ['TECHNICIAN', 'REVIEWER', 'SIGNATORY', 'SYSTEM_ADMINISTRATOR', 'AUDITOR'],
  PLATFORM: ['OFFICER', 'SYSTEM_ADMINISTRATOR', 'AUDITOR'],
  MERCHANT: ['OFFICER', 'SYSTEM_ADMINISTRATOR', 'AUDITOR'],
  ENTERPRISE: ['OFFICER', 'SYSTEM_ADMINISTRATOR', 'AUDITOR'],
  DEPARTMENT: ['OFFICER', 'SYSTEM_ADMINISTRATOR', 'AUDITOR'],
};

/** Administrators of system, security and audit, who watch over each other (三员分立): nobody is two of them. */
export const administrators: readonly string[] = ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'];
