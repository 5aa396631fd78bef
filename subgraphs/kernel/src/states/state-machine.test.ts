import { describe, expect, it } from 'vitest';
import { StateMachine } from './state-machine.js';

const kettle = new StateMachine('Kettle', {
  fillKettle: { from: [], to: ['FULL'] },
  boilKettle: { to: ['BOILING', 'BROKEN'] },
  'power.Failed': { from: ['BOILING'], to: ['FULL'] },
});

describe('a state machine moves rows', () => {
  it('from their beginning', () => {
    expect(kettle.begin('fillKettle')).toEqual({ state: 'FULL', reached: ['FULL'] });
  });

  it('to the state that the cause leads to, and remembers each state once', () => {
    const boiling = kettle.move('boilKettle', { state: 'FULL', reached: ['FULL'] }, 'BOILING');
    expect(boiling).toEqual({ state: 'BOILING', reached: ['FULL', 'BOILING'], revision: { increment: 1 } });
    expect(kettle.move('power.Failed', boiling).reached).toEqual(['FULL', 'BOILING']);
  });

  it('and to no other: a cause with several states is told which', () => {
    expect(() => kettle.move('boilKettle', { state: 'FULL', reached: ['FULL'] })).toThrow('to BOILING or BROKEN');
    expect(() => kettle.move('power.Failed', { state: 'BOILING', reached: [] }, 'BROKEN')).toThrow('not to BROKEN');
  });

  it('many at once, by one statement that asks where they stand', () => {
    expect(kettle.arrow('power.Failed')).toEqual({ from: ['BOILING'], to: 'FULL' });
    expect(kettle.arrow('boilKettle', 'BROKEN')).toEqual({ from: [], to: 'BROKEN' });
  });

  it('knows what comes late', () => {
    expect(kettle.leadsFrom('power.Failed', { state: 'BOILING' })).toBe(true);
    expect(kettle.leadsFrom('power.Failed', { state: 'FULL' })).toBe(false);
    expect(kettle.leadsFrom('boilKettle', { state: 'FULL' })).toBe(false);
  });
});
