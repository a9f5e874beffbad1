import { ACTORS } from '../../history';
import styles from './histogram.module.css';
import fills from './series.module.css';
import { ACTOR_WORDS } from './picture';

/** The fill of a source's part of a bar; its patterns come from `SeriesPatterns` of the same `id`. */
export function seriesFill(id: string, place: number): string {
  return `url(#${id}-${ACTORS[place] ?? ''})`;
}

/** Five fills that differ in pattern as well as in colour: full, slanted, dotted, lines across, hollow; and that of what was not read. */
export function SeriesPatterns({ id }: { readonly id: string }) {
  const tile = { patternUnits: 'userSpaceOnUse', width: 6, height: 6 } as const;
  return (
    <defs>
      <pattern id={`${id}-person`} {...tile} className={fills['person']}>
        <rect width="6" height="6" className={fills['ink']} />
      </pattern>
      <pattern id={`${id}-vendor-rule`} {...tile} className={fills['rule']} patternTransform="rotate(45)">
        <rect width="6" height="6" className={fills['ground']} />
        <rect width="3" height="6" className={fills['ink']} />
      </pattern>
      <pattern id={`${id}-staff`} {...tile} className={fills['staff']}>
        <rect width="6" height="6" className={fills['ground']} />
        <circle cx="1.5" cy="1.5" r="1.35" className={fills['ink']} />
        <circle cx="4.5" cy="4.5" r="1.35" className={fills['ink']} />
      </pattern>
      <pattern id={`${id}-integration`} {...tile} height={4} className={fills['integration']}>
        <rect width="6" height="4" className={fills['ground']} />
        <rect width="6" height="2" className={fills['ink']} />
      </pattern>
      <pattern id={`${id}-unknown`} {...tile} className={fills['unknown']}>
        <rect width="6" height="6" className={fills['ground']} />
      </pattern>
      <pattern id={`${id}-unread`} {...tile} width={9} height={9} patternTransform="rotate(-45)">
        <rect width="9" height="9" className={fills['unreadGround']} />
        <rect width="1" height="9" className={fills['unreadInk']} />
      </pattern>
    </defs>
  );
}

/** A little square in a source's fill. */
export function Swatch({ id, place }: { readonly id: string; readonly place: number }) {
  return (
    <svg width="12" height="12" aria-hidden="true" className={fills['swatch']}>
      <rect
        x=".5"
        y=".5"
        width="11"
        height="11"
        rx="2.5"
        fill={seriesFill(id, place)}
        className={fills[`line-${ACTORS[place] ?? ''}`]}
      />
    </svg>
  );
}

/** Which fill is which source. */
export function Legend({ id }: { readonly id: string }) {
  return (
    <ul aria-label="Sources" className={styles['legend']}>
      {ACTORS.map((actor, place) => (
        <li key={actor}>
          <Swatch id={id} place={place} />
          {ACTOR_WORDS[actor]}
        </li>
      ))}
    </ul>
  );
}
