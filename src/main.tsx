import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app/App';
import { isLoadFailure } from './app/load-failure';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html holds no #root');
createRoot(root, {
  // What the page says itself need not stand in the console as well.
  onCaughtError: (error) => {
    if (!isLoadFailure(error)) reportError(error);
  },
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
