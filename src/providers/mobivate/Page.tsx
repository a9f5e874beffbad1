import { Page } from '../../ui/Page';
import type { PageProps } from '../contract';
import { provider } from './index';
import { NotConfigured } from './page/NotConfigured';
import { OptOutList } from './page/OptOutList';
import { sharedSession } from './session-shared';

/** First day of the history where the settings name none. */
const SINCE = '2010-01-01';

/** Mobivate's opt-out list by date: read whole for the days chosen, or said not to be. */
export function MobivatePage({ config, zone }: PageProps) {
  const settings = config.vendors[provider.id];
  return (
    <Page
      title="Mobivate opt-outs"
      intro="Who came onto Mobivate’s opt-out list, when and how. The days you choose are read whole, or marked as incomplete."
    >
      {settings?.configured === true ? (
        <OptOutList session={sharedSession()} config={config} zone={zone} since={settings.since ?? SINCE} />
      ) : (
        <NotConfigured setting={provider.settings[0]} />
      )}
    </Page>
  );
}

export default MobivatePage;
