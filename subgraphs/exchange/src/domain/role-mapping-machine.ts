import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** States of a role mapping (角色映射状态, 5.4.3 d). */
export const roleMappingMachine = new StateMachine('RoleMapping', {
  setRoleMapping: { from: [], to: ['IN_FORCE'] },
  removeRoleMapping: { to: ['REMOVED'] },
});
