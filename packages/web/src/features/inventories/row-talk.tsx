/** One of the panels beside a row, loaded when it is first looked at. */
import { RowComments, RowEvidence, RowHistory, type RowPanelProps } from './row-panels.tsx';

const PANELS = { comments: RowComments, evidence: RowEvidence, history: RowHistory } as const;

export default function RowTalk({ what, ...about }: RowPanelProps & { readonly what: keyof typeof PANELS }) {
  const Panel = PANELS[what];
  return <Panel {...about} />;
}
