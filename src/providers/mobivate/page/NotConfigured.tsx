import { Message } from '../../../ui/Message';

/** Without a key there is no list, and the page must not look as if there were an empty one. */
export function NotConfigured({ setting }: { readonly setting: string }) {
  return (
    <Message tone="info" title="Mobivate is not configured">
      <p>There is no key for Mobivate here, so its list cannot be read. Nothing can be said about any number.</p>
      <p>
        Ask whoever runs this page to set <code>{setting}</code> and to start it again.
      </p>
    </Message>
  );
}
