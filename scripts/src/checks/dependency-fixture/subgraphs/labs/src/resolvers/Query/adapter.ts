export { PrismaPg } from '@prisma/adapter-pg'; // prisma-stays-in-its-house
