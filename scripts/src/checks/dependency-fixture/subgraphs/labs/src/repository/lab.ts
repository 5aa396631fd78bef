export { database } from '../context.js'; // repository-knows-the-database-only
