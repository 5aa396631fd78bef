export { labs } from '../loaders/labs.js'; // inbox-receives-into-the-repository
