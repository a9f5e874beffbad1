import { Component, type ReactNode } from 'react';

import { Button } from '../ui/Button';
import { Message } from '../ui/Message';
import { isLoadFailure } from './load-failure';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** Catches a fault of ours, so that a broken page says so instead of standing empty as if it were an answer. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const notLoaded = isLoadFailure(error);
    return (
      <Message
        tone="error"
        live="alert"
        title={notLoaded ? 'This part of the page could not be loaded' : 'This page stopped working'}
        detail={`${error.name}: ${error.message}`}
        actions={
          <Button icon="retry" onClick={() => window.location.reload()}>
            Load the page again
          </Button>
        }
      >
        {notLoaded ? (
          <>
            <p>Its server did not answer, or has a newer version of the page.</p>
            <p>See that the program behind this page is running, then load the page again.</p>
          </>
        ) : (
          <>
            <p>The fault is in this page, not in your numbers. Nothing on it counts as an answer.</p>
            <p>Load the page again. If it stays so, pass on what Details shows.</p>
          </>
        )}
      </Message>
    );
  }
}
