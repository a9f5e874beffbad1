import { Message } from '../ui/Message';

/** The address names a time zone that does not exist: the page says whose clock it shows instead. */
export function UnknownZone({ named, zone }: { readonly named: string; readonly zone: string }) {
  return (
    <Message
      tone="warning"
      live="polite"
      title={
        <>
          The address names the time zone “<bdi>{named}</bdi>”, which is not known
        </>
      }
    >
      <p>Days and times on this page are those of {zone}. To change that, choose a time zone above.</p>
    </Message>
  );
}
