/** Where emissions come from: treemap or Sankey, by sector, scope or gas, and every reference with its interval and standing. */
import type { GwpSet, Plan } from '@thousand-cities/model';
import { useMemo, useState } from 'react';
import { ChartFrame } from '../../charts/frame.tsx';
import type { TableData } from '../../charts/table.ts';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { hasKey, type MessageKey } from '../../i18n/messages.ts';
import { joined } from '../../i18n/numbers.ts';
import { Segments } from '../../shared/segments.tsx';
import { SankeyDraw, TreemapDraw, type InventoryWords } from './draw.tsx';
import {
  DIMENSIONS,
  flowsOf,
  leavesOf,
  onDimension,
  partsOf,
  sumBy,
  type Dimension,
  type InventoryPart,
} from './state.ts';
import { ReferenceTable } from './table-view.tsx';

type Shape = 'treemap' | 'sankey';

interface InventoryProps {
  readonly plan: Plan;
  readonly gwpSet: GwpSet;
}

export function InventorySection({ plan, gwpSet }: InventoryProps) {
  const language = useLanguage();
  const { say, year } = language;
  const [shape, setShape] = useState<Shape>('treemap');
  const [dimension, setDimension] = useState<Dimension>('sector');
  const parts = useMemo(() => partsOf(plan, gwpSet), [plan.baseline, gwpSet]);
  const words = useMemo(() => wordsFor(language, plan, parts), [language, plan.baseline, parts]);
  const leaves = useMemo(() => leavesOf(parts, dimension), [parts, dimension]);
  const flows = useMemo(() => flowsOf(parts, dimension), [parts, dimension]);
  return (
    <>
      <div className="toolbar inventory-tools">
        <Segments
          name="shape"
          label={say('inventory.shape')}
          value={shape}
          options={(['treemap', 'sankey'] as const).map((value) => ({ value, label: say(`inventory.${value}`) }))}
          onChange={setShape}
        />
        <Segments
          name="dimension"
          label={say('inventory.by')}
          value={dimension}
          options={DIMENSIONS.map((value) => ({ value, label: say(`inventory.by.${value}`) }))}
          onChange={setDimension}
        />
      </div>
      <ChartFrame
        name={`${plan.city.name} ${say('inventory.name')}`}
        title={inventoryTitle(parts, language, plan)}
        subtitle={say('inventory.subtitle', {
          boundary: say(`boundary.${plan.baseline.boundary}`),
          gwp: plan.baseline.gwpSet,
        })}
        source={say('inventory.source', { year: year(plan.baseline.baseYear), reference: plan.reference.id })}
        table={() => partsTable(parts, language)}
        legend={shape === 'treemap' ? <GroupLegend parts={parts} dimension={dimension} /> : undefined}
      >
        {(width) => {
          const height = Math.round(Math.max(320, Math.min(480, width * 0.5)));
          return shape === 'treemap' ? (
            <TreemapDraw
              leaves={leaves}
              width={width}
              height={height}
              words={words}
              colour={(group) => colourOf(dimension, group)}
            />
          ) : (
            <SankeyDraw flows={flows} width={width} height={Math.max(height, 420)} words={words} />
          );
        }}
      </ChartFrame>
      <ReferenceTable plan={plan} />
    </>
  );
}

/** The groups with their sums: what the colours mean, and the figures behind them. */
function GroupLegend({ parts, dimension }: { parts: readonly InventoryPart[]; dimension: Dimension }) {
  const { say, co2e, percent } = useLanguage();
  const total = parts.reduce((sum, { tonnes }) => sum + tonnes, 0);
  return (
    <ul className="legend">
      {sumBy(parts, (part) => onDimension(part, dimension)).map(({ key, tonnes }) => (
        <li key={key}>
          <svg className="swatch" width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" rx="2" fill={`var(--${colourOf(dimension, key)})`} />
          </svg>
          {say('inventory.group', {
            name: say(`${dimension}.${key}` as MessageKey),
            value: joined(co2e(tonnes)),
            share: percent(tonnes / total),
          })}
        </li>
      ))}
    </ul>
  );
}

function colourOf(dimension: Dimension, group: string): string {
  return dimension === 'sector' ? `sector-${group}` : dimension === 'gas' ? `gas-${group}` : `scope-${group}`;
}

/** Words for a node `carrier:diesel`, `use:cooking`, `sector:I`. */
function nodeWords({ say, catalogue }: Language, id: string): string {
  const key = id.replace(':', '.');
  return hasKey(catalogue, key) ? say(key) : id.slice(id.indexOf(':') + 1);
}

function wordsFor(language: Language, plan: Plan, parts: readonly InventoryPart[]): InventoryWords {
  const { say, co2e } = language;
  const value = (tonnes: number) => joined(co2e(tonnes));
  return {
    description: inventoryTitle(parts, language, plan),
    value,
    node: (id) => nodeWords(language, id),
    leaf: ({ use, carrier }) => {
      const name = say(`use.${use}`);
      return carrier === 'none' ? name : say('inventory.leaf', { use: name, carrier: say(`carrier.${carrier}`) });
    },
  };
}

/** The finding: the total and its largest sector. */
export function inventoryTitle(
  parts: readonly InventoryPart[],
  { say, co2e, percent, year }: Language,
  plan: Plan,
): string {
  const total = parts.reduce((sum, { tonnes }) => sum + tonnes, 0);
  const largest = sumBy(parts, ({ sector }) => sector)[0];
  if (!largest) return say('inventory.title.empty', { city: plan.city.name });
  return say('inventory.title', {
    city: plan.city.name,
    year: year(plan.baseline.baseYear),
    total: joined(co2e(total)),
    sector: say(`sector.${largest.key}`),
    share: percent(largest.tonnes / total),
  });
}

function partsTable(parts: readonly InventoryPart[], { say }: Language): TableData {
  return {
    columns: [
      { label: say('table.ref') },
      { label: say('table.sector') },
      { label: say('table.scope'), plain: true },
      { label: say('table.use') },
      { label: say('table.carrier') },
      { label: say('table.gas') },
      { label: `${say('table.emissions')} (${say('unit.t')})`, numeric: true },
      { label: say('table.standing') },
    ],
    rows: [...parts]
      .sort((a, b) => b.tonnes - a.tonnes)
      .map((part) => [
        part.ref,
        say(`sector.${part.sector}`),
        part.scope,
        say(`use.${part.use}`),
        say(`carrier.${part.carrier}`),
        say(`gas.${part.gas}`),
        part.tonnes,
        say(`look.${part.provenance}`),
      ]),
  };
}
