/** Treemap and Sankey of the inventory, drawn from placed shapes. They know no state and no model. */
import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { memo } from 'react';
import { fitted } from '../../charts/labels.ts';
import type { Flow, TreeLeaf } from './state.ts';

export interface InventoryWords {
  readonly description: string;
  readonly leaf: (leaf: TreeLeaf) => string;
  readonly value: (tonnes: number) => string;
  readonly node: (id: string) => string;
}

interface TreeDatum {
  readonly leaf?: TreeLeaf;
  readonly children?: readonly TreeDatum[];
}

interface TreemapProps {
  readonly leaves: readonly TreeLeaf[];
  readonly width: number;
  readonly height: number;
  readonly words: InventoryWords;
  /** CSS name of a group's colour, as `sector-I`. */
  readonly colour: (group: string) => string;
}

/** Leaves placed in a rectangle, those of a group together. */
export function placeLeaves(leaves: readonly TreeLeaf[], width: number, height: number) {
  const groups = [...new Set(leaves.map(({ group }) => group))];
  const data: TreeDatum = {
    children: groups.map((group) => ({
      children: leaves.filter((leaf) => leaf.group === group).map((leaf) => ({ leaf })),
    })),
  };
  const root = hierarchy<TreeDatum>(data, (datum) => datum.children as TreeDatum[] | undefined)
    .sum(({ leaf }) => leaf?.tonnes ?? 0)
    .sort((a, b) => b.value! - a.value!);
  return treemap<TreeDatum>()
    .size([width, height])
    .tile(treemapSquarify.ratio(1.3))
    .paddingInner(1)
    .paddingOuter(1)
    .round(true)(root)
    .leaves()
    .flatMap(({ x0, x1, y0, y1, data: { leaf } }) => (leaf ? [{ leaf, x: x0, y: y0, w: x1 - x0, h: y1 - y0 }] : []));
}

export const TreemapDraw = memo(function TreemapDraw({ leaves, width, height, words, colour }: TreemapProps) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      height={height}
      role="img"
      aria-label={words.description}
      className="treemap"
    >
      {placeLeaves(leaves, width, height).map(({ leaf, x, y, w, h }) => {
        const name = h > 18 ? fitted(words.leaf(leaf), w - 12, 13) : '';
        const value = h > 36 && name !== '' ? fitted(words.value(leaf.tonnes), w - 12) : '';
        const group = colour(leaf.group);
        return (
          <g key={leaf.id} transform={`translate(${x},${y})`}>
            <title>{`${words.leaf(leaf)}: ${words.value(leaf.tonnes)}`}</title>
            <rect
              width={w}
              height={h}
              fill={`var(--${group})`}
              rx={2}
              className={leaf.provenance === 'city-value' ? undefined : 'leaf-default'}
            />
            {name !== '' && (
              <text x={6} y={16} className={`leaf-name on-${group}`}>
                {name}
              </text>
            )}
            {value !== '' && (
              <text x={6} y={31} className={`on-${group}`}>
                {value}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
});

interface NodeDatum {
  readonly id: string;
}
interface LinkDatum {
  readonly sector: string;
}
type PlacedNode = SankeyNode<NodeDatum, LinkDatum>;
type PlacedLink = SankeyLink<NodeDatum, LinkDatum>;

interface SankeyProps {
  readonly flows: readonly Flow[];
  readonly width: number;
  readonly height: number;
  readonly words: InventoryWords;
}

function placeFlows(flows: readonly Flow[], width: number, height: number) {
  const ids = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  const end = width < 480 ? 84 : 150;
  const layout = sankey<NodeDatum, LinkDatum>()
    .nodeId(({ id }) => id)
    .nodeWidth(8)
    .nodePadding(width < 480 ? 12 : 16)
    .nodeSort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .extent([
      [0, 8],
      [width - end, height - 8],
    ]);
  return layout({
    nodes: ids.map((id) => ({ id })),
    links: flows.map(({ from, to, tonnes, sector }) => ({ source: from, target: to, value: tonnes, sector })),
  });
}

export const SankeyDraw = memo(function SankeyDraw({ flows, width, height, words }: SankeyProps) {
  const { nodes, links } = placeFlows(flows, width, height);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      height={height}
      role="img"
      aria-label={words.description}
      className="sankey"
    >
      <g>
        {links.map((link, i) => (
          <Link key={i} link={link} words={words} />
        ))}
      </g>
      {nodes.map((node) => (
        <Node key={node.id} node={node} words={words} room={width < 480 ? 84 : 150} />
      ))}
    </svg>
  );
});

function Link({ link, words }: { link: PlacedLink; words: InventoryWords }) {
  const from = (link.source as PlacedNode).id;
  const to = (link.target as PlacedNode).id;
  return (
    <path
      d={sankeyLinkHorizontal()(link) ?? ''}
      stroke={`var(--sector-${link.sector})`}
      strokeWidth={Math.max(1, link.width ?? 1)}
      className="sankey-link"
    >
      <title>{`${words.node(from)} → ${words.node(to)}: ${words.value(link.value)}`}</title>
    </path>
  );
}

function Node({ node, words, room }: { node: PlacedNode; words: InventoryWords; room: number }) {
  const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 } = node;
  const tall = y1 - y0 > 26;
  const middle = (y0 + y1) / 2;
  return (
    <g>
      <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} className="sankey-node" />
      <text x={x1 + 6} y={tall ? middle - 2 : middle + 4} className="strong halo">
        {fitted(words.node(node.id), room)}
        {!tall && <tspan className="sankey-value">{`  ${words.value(value)}`}</tspan>}
      </text>
      {tall && (
        <text x={x1 + 6} y={middle + 13} className="halo">
          {words.value(value)}
        </text>
      )}
    </g>
  );
}
