/** The looks of a value, learned once: city value, default, assumption, set by the method, confirmed zero, missing. */
import type { Provenance } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';

export type ValueLook = Provenance | 'missing';

export const LOOKS: readonly ValueLook[] = [
  'city-value',
  'default',
  'assumption',
  'method-locked',
  'confirmed-zero',
  'missing',
];

/** The sign of a look, 12 pixels square. */
export function Glyph({ look }: { look: ValueLook }) {
  switch (look) {
    case 'city-value':
      return <rect x="3" y="3" width="6" height="6" transform="rotate(45 6 6)" fill="currentColor" />;
    case 'default':
      return (
        <rect
          x="3"
          y="3"
          width="6"
          height="6"
          transform="rotate(45 6 6)"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
        />
      );
    case 'assumption':
      return (
        <rect
          x="3"
          y="3"
          width="6"
          height="6"
          transform="rotate(45 6 6)"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
          strokeDasharray="2 1.4"
        />
      );
    case 'method-locked':
      return <path d="M2.5 6h7M6 2.5v7" stroke="currentColor" strokeWidth="1.5" fill="none" />;
    case 'confirmed-zero':
      return <circle cx="6" cy="6" r="3.6" fill="none" stroke="currentColor" strokeWidth="2.2" />;
    case 'missing':
      return <path d="M2 10 10 2M6 2.2a3.8 3.8 0 1 0 .01 0" stroke="currentColor" strokeWidth="1.2" fill="none" />;
  }
}

/** The mark with its name; the name may be left to those who hear it. */
export function Mark({ look, quiet = false }: { look: ValueLook; quiet?: boolean }) {
  const { say } = useLanguage();
  const name = say(`look.${look}`);
  return (
    <span className={`mark look-${look}`} title={quiet ? name : undefined}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <Glyph look={look} />
      </svg>
      <span className={quiet ? 'visually-hidden' : undefined}>{name}</span>
    </span>
  );
}

/** All looks with their names: how to read the marks. */
export function MarkKey() {
  return (
    <ul className="legend">
      {LOOKS.map((look) => (
        <li key={look}>
          <Mark look={look} />
        </li>
      ))}
    </ul>
  );
}
