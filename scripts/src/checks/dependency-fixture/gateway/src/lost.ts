export * from './nowhere.js'; // everything-resolves
