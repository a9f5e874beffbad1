import { SHARED_WORDS } from '../lib/words';
import { Button } from '../ui/Button';
import { Message } from '../ui/Message';
import { Page } from '../ui/Page';

interface ServerUnreachableProps {
  readonly error: Error;
  readonly retrying: boolean;
  readonly onRetry: () => void;
}

/** Nothing can be asked: the server this page came from does not answer, or not as it should. */
export function ServerUnreachable({ error, retrying, onRetry }: ServerUnreachableProps) {
  return (
    <Page title="Not connected">
      <Message
        tone="error"
        live="alert"
        title={SHARED_WORDS.ownServerGone}
        detail={`${error.name}: ${error.message}`}
        actions={
          <Button icon="retry" busy={retrying} onClick={onRetry}>
            Retry
          </Button>
        }
      >
        <p>Without it no list can be read, so no number can be looked up.</p>
        <p>See that the computer is online and that the program behind this page is running, then retry.</p>
      </Message>
    </Page>
  );
}
