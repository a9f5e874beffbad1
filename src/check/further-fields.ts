import type { OptOut } from '../providers/contract';

/** The vendor's own fields, without those that repeat the note or the number, which stand beside them anyway. */
export function furtherFields({ fields, source, numberAsGiven }: OptOut): OptOut['fields'] {
  return fields.filter(([, text]) => text !== '' && text !== source.raw && text !== numberAsGiven);
}
