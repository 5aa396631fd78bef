import '@mantine/core/styles.css';
import './console.css';
import { createRoot } from 'react-dom/client';
import { Console } from './console';

const place = document.getElementById('console');
if (place) createRoot(place).render(<Console />);
