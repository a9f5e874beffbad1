/** The mark of the product: a speech bubble with a bar through its middle. Same drawing as `public/icon.svg`. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round">
        <path d="M9 10.5A2.5 2.5 0 0 1 11.5 8h9a2.5 2.5 0 0 1 2.5 2.5v6a2.5 2.5 0 0 1-2.5 2.5H16l-4.5 4v-4A2.5 2.5 0 0 1 9 16.5Z" />
        <path d="M12.5 13.5h7" />
      </g>
    </svg>
  );
}
