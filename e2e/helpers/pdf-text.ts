import { inflateSync } from 'node:zlib';

const at = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? '';

/** The glyphs of a font as characters, from its ToUnicode table. */
function glyphsOf(table: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>();
  const code = (hex: string) => Number.parseInt(hex, 16);
  for (const [, body = ''] of table.matchAll(/beginbfchar(.*?)endbfchar/gsu)) {
    for (const [, from = '', to = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>/gu))
      glyphs.set(code(from), String.fromCodePoint(code(to)));
  }
  for (const [, body = ''] of table.matchAll(/beginbfrange(.*?)endbfrange/gsu)) {
    for (const [, from = '', to = '', first = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/gu)) {
      for (let glyph = code(from); glyph <= code(to); glyph += 1) {
        glyphs.set(glyph, String.fromCodePoint(code(first) + glyph - code(from)));
      }
    }
  }
  return glyphs;
}

/** The text of each sheet of a PDF as Chromium writes it (its objects stand bare in the file), without any spaces. */
export function sheetTexts(pdf: Buffer): readonly string[] {
  const file = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\s(.*?)\nendobj/gsu)) objects.set(id, body);
  const stream = (id: string) => {
    const [head = '', ...rest] = (objects.get(id) ?? '').split('stream\n');
    const body = Buffer.from(rest.join('stream\n').replace(/\nendstream.*$/su, ''), 'latin1');
    return (head.includes('FlateDecode') ? inflateSync(body) : body).toString('latin1');
  };
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const body of objects.values()) {
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
      fonts.set(name, glyphsOf(stream(at(objects.get(id) ?? '', /\/ToUnicode (\d+) 0 R/u))));
    }
  }
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page\b/u.test(body))
    .map((body) => {
      let text = '';
      let font: ReadonlyMap<number, string> | undefined;
      for (const [, name, hex = ''] of stream(at(body, /\/Contents (\d+) 0 R/u)).matchAll(
        /\/(F\d+) [\d.]+ Tf|<(\w+)> Tj/gu,
      )) {
        if (name !== undefined) font = fonts.get(name);
        for (const glyph of hex.match(/.{4}/gu) ?? []) text += font?.get(Number.parseInt(glyph, 16)) ?? '';
      }
      return text.replaceAll(/\s/gu, '');
    });
}
