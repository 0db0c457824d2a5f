import '@fontsource-variable/inter/opsz.css';
import '@fontsource/noto-serif/400.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './generated/tokens.css';
import './theme/derived.css';
import './theme/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { guardMarkup } from './app/trusted_types';

guardMarkup();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
