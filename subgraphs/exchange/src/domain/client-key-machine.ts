import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** States of a client system's key (系统密钥状态, 5.4.4). */
export const clientKeyMachine = new StateMachine('ClientKey', {
  issueClientKey: { from: [], to: ['IN_FORCE'] },
  // Follows from the issue of the key that takes its place.
  ClientKeyRotated: { from: ['IN_FORCE'], to: ['ROTATED'] },
  revokeClientKey: { to: ['REVOKED'] },
});
