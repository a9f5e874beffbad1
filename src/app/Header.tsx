import { useCallback, useState } from 'react';
import { Link, useLocation } from 'wouter';

import type { PublicConfig } from '../lib/public-config';
import { IconButton } from '../ui/Button';
import { useInstantsOfPage } from '../ui/chosen-instants';
import { PRODUCT } from '../ui/Page';
import { ZoneBox } from '../ui/ZoneBox';
import { KeysDialog, prefetchKeys } from './KeysDialog';
import { Logo } from './Logo';
import { PreferencesButton } from './PreferencesButton';
import { routes, type AppRoute } from './routes';
import styles from './shell.module.css';
import { useHotkeys } from './use-hotkeys';

interface HeaderProps {
  /** Undefined while the settings are not known. */
  readonly config: PublicConfig | undefined;
  readonly zone: string;
  readonly onZone: (zone: string) => void;
}

/** What stands on every page: the product, the ways to its pages, the zone, the keys and the preferences. */
export function Header({ config, zone, onZone }: HeaderProps) {
  const instants = useInstantsOfPage();
  const [keysOpen, setKeysOpen] = useState(false);
  useHotkeys(useCallback(() => setKeysOpen(true), []));
  return (
    <header className={styles['header']}>
      <div className={styles['bar']}>
        <Link href="/" className={styles['brand']} aria-label={PRODUCT}>
          <Logo />
          <span className={styles['brandName']}>{PRODUCT}</span>
        </Link>
        <nav aria-label="Main" className={styles['nav']}>
          {routes.map((route) => (
            <PageLink key={route.path} route={route} />
          ))}
        </nav>
        <div className={styles['tools']}>
          <ZoneBox labelHidden className={styles['zone']} value={zone} onChange={onZone} instants={instants} />
          <IconButton
            label="Keyboard shortcuts"
            icon="keyboard"
            variant="secondary"
            aria-haspopup="dialog"
            onPointerEnter={prefetchKeys}
            onFocus={prefetchKeys}
            onClick={() => setKeysOpen(true)}
          />
          <PreferencesButton config={config} onZone={onZone} />
        </div>
      </div>
      <KeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
    </header>
  );
}

/** A link that begins to load its page as soon as somebody looks like following it. */
function PageLink({ route }: { readonly route: AppRoute }) {
  const [location] = useLocation();
  // A page that cannot be loaded yet is loaded, or reported, when it is opened.
  const prefetch = () => void route.load().catch(() => undefined);
  return (
    <Link
      href={route.path}
      className={styles['link']}
      aria-current={location === route.path ? 'page' : undefined}
      onPointerEnter={prefetch}
      onFocus={prefetch}
    >
      {route.label}
    </Link>
  );
}
