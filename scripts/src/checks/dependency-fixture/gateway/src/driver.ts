export { Pool } from 'pg'; // prisma-stays-in-its-house
