/** A slider that says its value in words, to the eye and to the ear. */
import { useId } from 'react';

interface SliderProps {
  readonly label: string;
  /** The value as people read it. */
  readonly words: string;
  /** The value as it is heard; as read when absent. */
  readonly spoken?: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A slider with its label and its value in words. */
export function Slider({ label, words, spoken, min, max, value, disabled = false, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="claim-control">
      <div className="claim-control-head">
        <label htmlFor={id}>{label}</label>
        <span className="num" aria-hidden="true">
          {words}
        </span>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        value={value}
        disabled={disabled}
        aria-valuetext={spoken ?? words}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}
