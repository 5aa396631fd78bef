import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** States of a signing key (签名密钥状态, 3.3). */
export const signingKeyMachine = new StateMachine('SigningKey', {
  issueSigningKey: { from: [], to: ['IN_FORCE'] },
  // The first of a signatory is made when it first signs.
  issueInspectionReport: { from: [], to: ['IN_FORCE'] },
  // Follows from the issue of the key that takes its place.
  SigningKeyRotated: { from: ['IN_FORCE'], to: ['ROTATED'] },
  revokeSigningKey: { to: ['REVOKED'] },
});
