export { demo } from '../../scripts/src/demo.js'; // nobody-imports-scripts
