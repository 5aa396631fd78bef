import './sandbox.css';
import { createRoot } from 'react-dom/client';
import { SandboxPage } from './sandbox-page';

const place = document.getElementById('page');
if (place) createRoot(place).render(<SandboxPage />);
