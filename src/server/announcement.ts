import type { Settings, VendorSettings } from './settings';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function describe({ proxy, secret, url }: VendorSettings): string {
  if (secret === null) return `${proxy.label}: not configured (set ${proxy.settings.secret}).`;
  const open = url.protocol === 'http:' && !LOOPBACK.test(url.hostname);
  const warning = open
    ? ` Warning: ${proxy.settings.url} is http, so ${proxy.settings.secret} travels unencrypted.`
    : '';
  return `${proxy.label}: ${url.host}.${warning}`;
}

/** What start and dev print once they listen: the address first, then whose data it is. No secret. */
export function announcement({ host, sandbox, vendors }: Settings, port: number): readonly string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  const shown = everywhere ? 'localhost' : host;
  return [
    `Opt-out lookup is running at http://${shown.includes(':') ? `[${shown}]` : shown}:${port}/`,
    ...(everywhere ? ['It can be reached from other machines: anyone who can, can look up numbers.'] : []),
    ...(sandbox ? ['Sandbox data: invented vendors answer. For real ones, see "Go live" in the README.'] : []),
    ...(sandbox ? [] : vendors.map(describe)),
    'Stop it with Ctrl-C.',
  ];
}
