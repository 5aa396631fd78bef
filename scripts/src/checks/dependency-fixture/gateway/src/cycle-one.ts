export * from './cycle-two.js'; // no-cycle
