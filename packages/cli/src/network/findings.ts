/** Findings of a network: what is said of many cities is said once, with their number. */
import type { Finding, Severity } from '@thousand-cities/model';

/** A finding, and of how many cities it holds; the message is that of the first. */
export type CountedFinding = Finding & { readonly count: number };

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** One finding per code and severity, the gravest first. */
export function counted(findings: readonly Finding[]): readonly CountedFinding[] {
  const byKind = new Map<string, { readonly first: Finding; count: number }>();
  for (const finding of findings) {
    const kind = `${finding.severity} ${finding.code}`;
    const known = byKind.get(kind);
    if (known) known.count++;
    else byKind.set(kind, { first: finding, count: 1 });
  }
  const all = [...byKind.values()].map(({ first, count }) => ({ ...first, count }));
  return SEVERITIES.flatMap((severity) => all.filter((finding) => finding.severity === severity));
}
