export { start } from '../../service.js'; // service-ties-together
