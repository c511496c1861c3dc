/** What the server wrote of the answer before any script ran: it stays on screen until the page has worked out its own. */

export interface ShellAnswer {
  readonly verdict: string;
  readonly detail: string;
  readonly rest: string;
}

/** Read the server's answer out of the page as it came; undefined when it is no longer, or not yet, there. */
export function readShellAnswer(page: ParentNode): ShellAnswer | undefined {
  const finding = page.querySelector('.claim-shell .finding');
  const verdict = textOf(finding?.querySelector('strong'));
  if (!finding || verdict === '') return undefined;
  const rest = page.querySelector('.claim-shell .claim-rest');
  return {
    verdict,
    detail: textOf(finding).slice(verdict.length).trim(),
    rest: rest
      ? textOf(rest)
          .slice(textOf(rest.querySelector('strong')).length)
          .trim()
      : '',
  };
}

const textOf = (node: Element | null | undefined): string => (node?.textContent ?? '').trim().replace(/\s+/g, ' ');
