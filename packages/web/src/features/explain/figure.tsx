/** A number as an object: digits, unit, and a dotted underline that opens where it comes from. */
import { useLanguage } from '../../i18n/context.tsx';
import { joined, type Quantity } from '../../i18n/numbers.ts';
import { useAsk } from './context.tsx';

interface FigureProps {
  readonly quantity: Quantity;
  /** What the number is, for those who hear it. */
  readonly label: string;
  /** Path of the figure in the outcome. */
  readonly path: string;
  readonly className?: string;
}

export function Figure({ quantity, label, path, className }: FigureProps) {
  const { say } = useLanguage();
  const ask = useAsk();
  return (
    <button
      type="button"
      className={`figure ${className ?? ''}`}
      data-path={path}
      aria-label={say('explain.ask', { label, value: joined(quantity) })}
      aria-haspopup="dialog"
      onClick={() => ask(path, label)}
    >
      <span className="num">{quantity.number}</span>
      {quantity.unit !== '' && <span className="unit">{`\u00a0${quantity.unit}`}</span>}
    </button>
  );
}
