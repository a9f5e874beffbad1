import { useState } from 'react';

import { Button } from '../ui/Button';
import { Message } from '../ui/Message';

interface SetAsideProps {
  /** What stood in the box before a number was brought along; '' for nothing. */
  readonly list: string;
  /** What stands there now. */
  readonly text: string;
  readonly onBack: (list: string) => void;
}

/** Says that the list somebody was working on is not lost, and brings it back; once decided, that is the last of it. */
export function SetAside({ list, text, onBack }: SetAsideProps) {
  const [done, setDone] = useState(false);
  if (done || list.trim() === '' || list === text) return null;
  return (
    <Message
      tone="info"
      title="What stood in the box before is kept"
      actions={
        <>
          <Button
            onClick={() => {
              setDone(true);
              onBack(list);
            }}
          >
            Put it back
          </Button>
          <Button variant="ghost" onClick={() => setDone(true)}>
            Forget it
          </Button>
        </>
      }
    />
  );
}
