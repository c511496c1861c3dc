/** The parts of the city page and the way between them. */
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';

export const SECTIONS = ['plan', 'inventory', 'targets', 'cost', 'certainty'] as const;

/** A part and what the way to it is called. */
export interface SectionLink {
  readonly id: string;
  readonly label: string;
}

/** How long a part that was jumped to is held in its place, ms. */
const LANDING_MS = 400;

/** Parts are drawn as they come into sight and may be higher than they were taken for: hold the place until that is over. */
function landOn(section: HTMLElement): void {
  const until = performance.now() + LANDING_MS;
  const hold = () => {
    section.scrollIntoView();
    if (performance.now() < until) requestAnimationFrame(hold);
  };
  hold();
}

export function SectionNav({ links, tools }: { links: readonly SectionLink[]; tools: ReactNode }) {
  const { say } = useLanguage();
  const jump = (id: string) => {
    const section = document.getElementById(id);
    if (!section) return;
    landOn(section);
    section.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  };
  return (
    <div className="section-bar">
      <nav className="section-nav" aria-label={say('section.nav')}>
        {links.map(({ id, label }) => (
          <a
            key={id}
            href={`#${id}`}
            onClick={(event) => {
              event.preventDefault();
              jump(id);
            }}
          >
            {label}
          </a>
        ))}
      </nav>
      {tools}
    </div>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

export function Section({ id, title, text, children }: SectionProps) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`}>
      <header className="section-head">
        <h2 id={`${id}-title`} tabIndex={-1}>
          {title}
        </h2>
        <p>{text}</p>
      </header>
      {children}
    </section>
  );
}
