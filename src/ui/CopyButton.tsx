import { useEffect, useState } from 'react';

import { Button, IconButton, type ButtonProps } from './Button';
import { copyText } from './copy-text';
import { LiveSlot } from './LiveSlot';
import { Message } from './Message';

interface CopyButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'disabled'> {
  /** What is copied, or how to make it when pressed; the button is busy while it is made. */
  readonly text: string | (() => string | Promise<string>);
  readonly label: string;
  /** Shows only the icon. */
  readonly iconOnly?: boolean;
}

type Outcome = 'none' | 'copying' | 'copied' | 'failed';

/** How long "Copied" stays, ms. */
const SHOWN_MS = 2500;

/** Copies plain text and says so; its name never changes. */
export function CopyButton({ text, label, iconOnly = false, ...look }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome('none'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    const made = typeof text === 'string' ? text : text();
    if (typeof made !== 'string') setOutcome('copying');
    setOutcome((await copyText(made)) ? 'copied' : 'failed');
  };
  const icon = outcome === 'copied' ? 'check' : 'copy';
  return (
    <>
      {iconOnly ? (
        <IconButton {...look} busy={outcome === 'copying'} label={label} icon={icon} onClick={() => void copy()} />
      ) : (
        <Button {...look} busy={outcome === 'copying'} icon={icon} onClick={() => void copy()}>
          {label}
        </Button>
      )}
      <span className="visually-hidden" aria-live="polite">
        {outcome === 'copied' ? 'Copied' : ''}
      </span>
      <LiveSlot>
        {outcome === 'failed' && (
          <Message tone="warning" title="Nothing was copied">
            The browser did not allow it. Select the text and copy it with the keyboard.
          </Message>
        )}
      </LiveSlot>
    </>
  );
}
