import type { ReactElement } from 'react';

const octagon = 'M5.4 1.25h5.2l4.15 4.15v5.2l-4.15 4.15H5.4L1.25 10.6V5.4Z';
const triangle = 'M8 1.6 15 14.25H1Z';

/** The drawings, in a square of 16 units. The three verdicts differ in outline, so that they are told apart without colour. */
export const ICONS = {
  'opted-out': (
    <>
      <path d={octagon} fill="currentColor" />
      <path d="M4.75 8h6.5" stroke="var(--surface)" strokeWidth="2" />
    </>
  ),
  'could-not-check': (
    <>
      <path d={triangle} />
      <path d="M6.6 7.6c0-.8.6-1.3 1.4-1.3s1.4.5 1.4 1.25c0 .95-1.4 1.05-1.4 2.05" strokeWidth="1.4" />
      <circle cx="8" cy="11.9" r=".45" fill="currentColor" strokeWidth=".6" />
    </>
  ),
  'not-found': <circle cx="8" cy="8" r="5.9" />,
  waiting: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.6" />
      <path d="m10.5 10.5 3.6 3.6" />
    </>
  ),
  x: <path d="m4 4 8 8M12 4l-8 8" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8.5" height="8.5" rx="1.5" />
      <path d="M10.5 5.5v-2A1.5 1.5 0 0 0 9 2H3.5A1.5 1.5 0 0 0 2 3.5V9a1.5 1.5 0 0 0 1.5 1.5h2" />
    </>
  ),
  download: <path d="M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11" />,
  calendar: (
    <>
      <rect x="2" y="3" width="12" height="11" rx="1.5" />
      <path d="M2 6.5h12M5.3 1.5v3M10.7 1.5v3" />
    </>
  ),
  'chevron-left': <path d="m9.8 3.5-4.5 4.5 4.5 4.5" />,
  'chevron-right': <path d="m6.2 3.5 4.5 4.5-4.5 4.5" />,
  'chevron-down': <path d="m3.5 6 4.5 4.5L12.5 6" />,
  'sort-up': <path d="M8 13V3.5M4.3 7 8 3.3 11.7 7" />,
  'sort-down': <path d="M8 3v9.5M4.3 9 8 12.7 11.7 9" />,
  'sort-none': <path d="m5 6.2 3-3 3 3M5 9.8l3 3 3-3" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.3 1.5" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 7.3v3.7M8 4.8h.01" />
    </>
  ),
  warning: (
    <>
      <path d={triangle} />
      <path d="M8 6.2v3.6M8 12h.01" />
    </>
  ),
  error: (
    <>
      <path d={octagon} />
      <path d="M8 4.7v4M8 11.2h.01" />
    </>
  ),
  retry: <path d="M13.5 8a5.5 5.5 0 1 1-1.8-4.1M13.7 1.8v3.4h-3.4" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.2v1.3M8 13.5v1.3M1.2 8h1.3M13.5 8h1.3M3.2 3.2l.9.9M11.9 11.9l.9.9M3.2 12.8l.9-.9M11.9 4.1l.9-.9" />
    </>
  ),
  moon: <path d="M13.7 9.6A6 6 0 1 1 6.4 2.3a4.8 4.8 0 0 0 7.3 7.3Z" />,
  monitor: (
    <>
      <rect x="1.5" y="2.5" width="13" height="8.5" rx="1.5" />
      <path d="M5.5 14h5M8 11v3" />
    </>
  ),
  file: <path d="M9 1.8H4.5A1.5 1.5 0 0 0 3 3.3v9.4a1.5 1.5 0 0 0 1.5 1.5h7a1.5 1.5 0 0 0 1.5-1.5V5.8ZM9 1.8v4h4" />,
  spinner: <path d="M8 1.8A6.2 6.2 0 1 1 1.8 8" />,
  flask: (
    <path d="M6 1.8v4.4L2.5 12.3a1.3 1.3 0 0 0 1.1 1.9h8.8a1.3 1.3 0 0 0 1.1-1.9L10 6.2V1.8M5 1.8h6M4.3 9.7h7.4" />
  ),
  gap: <path d="M1.5 8h3.8M10.7 8h3.8M6.5 5v6M9.5 5v6" />,
  settings: (
    <>
      <path d="M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7" />
      <circle cx="11" cy="4.5" r="2" />
      <circle cx="5" cy="11.5" r="2" />
    </>
  ),
  keyboard: (
    <>
      <rect x="1" y="3.5" width="14" height="9" rx="1.5" />
      <path d="M4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M4 9.5h.01M12 9.5h.01M6.3 9.5h3.4" />
    </>
  ),
  columns: (
    <>
      <rect x="1.8" y="2.5" width="12.4" height="11" rx="1.5" />
      <path d="M6 2.5v11M10 2.5v11" />
    </>
  ),
  globe: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M1.8 8h12.4M8 1.8c4 4 4 8.4 0 12.4C4 10.2 4 5.8 8 1.8Z" />
    </>
  ),
  phone: (
    <path d="M5.3 2H3.2A1.2 1.2 0 0 0 2 3.3 11.3 11.3 0 0 0 12.7 14a1.2 1.2 0 0 0 1.3-1.2v-2.1l-3.2-1.2-1.3 1.6a9 9 0 0 1-4.6-4.6l1.6-1.3Z" />
  ),
  list: <path d="M5.5 4h8.5M5.5 8h8.5M5.5 12h8.5M2.2 4h.01M2.2 8h.01M2.2 12h.01" />,
} as const satisfies Record<string, ReactElement>;

export type IconName = keyof typeof ICONS;
