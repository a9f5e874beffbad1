import { Message } from '../../../ui/Message';

/** Without token or account there is no list, and the page must not look as if there were an empty one. */
export function NotConfigured({ settings }: { readonly settings: readonly string[] }) {
  return (
    <Message tone="info" title="TextUs is not configured">
      <p>There is no key for TextUs here, so its list cannot be read. Nothing can be said about any number.</p>
      <p>
        Ask whoever runs this page to set{' '}
        {settings.map((setting, place) => (
          <span key={setting}>
            {place > 0 && ' and '}
            <code>{setting}</code>
          </span>
        ))}{' '}
        and to start it again.
      </p>
    </Message>
  );
}
