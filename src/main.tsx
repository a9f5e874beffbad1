import { StrictMode, startTransition } from 'react';

import { App } from './app/App';
import { isLoadFailure } from './app/load-failure';
import { prepare } from './app/prepare';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';

/** Mounts the product, when what draws it has come. */
async function mount(root: Element): Promise<void> {
  const { createRoot } = await prepare(() => import('react-dom/client'));
  const app = createRoot(root, {
    // What the page says itself need not stand in the console as well.
    onCaughtError: (error) => {
      if (!isLoadFailure(error)) reportError(error);
    },
  });
  startTransition(() => {
    app.render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  });
}

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html holds no #root');
void mount(root);
