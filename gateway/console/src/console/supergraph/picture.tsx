import '@xyflow/react/dist/style.css';
import { useComputedColorScheme } from '@mantine/core';
import { Controls, MarkerType, ReactFlow, type Edge, type NodeChange } from '@xyflow/react';
import { useMemo } from 'react';
import { owners } from '../words/owners';
import { useResourceName } from '../words/use-resource-name';
import { useWords } from '../words/in-words';
import { BorderEdge } from './border-edge';
import { entitySize, layoutOwners } from './layout-owners';
import { contributionsOf, referencesOf, type PictureResource } from './linked-types';
import { ownerColors } from './owner-colors';
import classes from './picture.module.css';
import { EntityNodeView, OwnerNodeView, type EntityNode, type OwnerNode } from './picture-nodes';

const nodeTypes = { owner: OwnerNodeView, entity: EntityNodeView };
const edgeTypes = { border: BorderEdge };
/** Above the boxes there is room for the buttons. */
const framing = { padding: { top: '52px', right: '16px', bottom: '16px', left: '16px' } } as const;

interface PictureProps {
  readonly resources: readonly PictureResource[];
  /** The chosen entity's type, or the chosen owner; undefined where none is. */
  readonly chosen: string | undefined;
  readonly choose: (chosen: string | undefined) => void;
}

/** Owners with their entities, and who contributes to whose; of what is chosen also where it leads and from where. */
export function Picture({ resources, chosen, choose }: PictureProps) {
  const { words } = useWords();
  const nameOf = useResourceName();
  const colorMode = useComputedColorScheme('light');
  const boxes = useMemo(() => layoutOwners(owners, resources), [resources]);
  const edges = useMemo(() => edgesOf(resources, chosen), [resources, chosen]);
  const near = useMemo(() => new Set(chosen === undefined ? [] : [chosen, ...edges.filter(({ data }) => data?.isNear).flatMap(({ source, target }) => [source, target])]), [edges, chosen]);
  const nodes = boxes.flatMap(({ owner, x, y, width, height, entities }): (OwnerNode | EntityNode)[] => {
    const color = ownerColors[owner] ?? 'var(--hub-everybody)';
    const isFaint = (id: string) => near.size > 0 && !near.has(id);
    return [
      { id: owner, type: 'owner', position: { x, y }, width, height, zIndex: -1, selected: chosen === owner, data: { name: words.owner(owner), color, isFaint: isFaint(owner) }, ariaLabel: words.supergraph.ownerLabel(words.owner(owner), entities.length) },
      ...entities.map(
        (entity): EntityNode => ({
          id: entity.type,
          type: 'entity',
          parentId: owner,
          position: { x: entity.x, y: entity.y },
          ...entitySize,
          selected: chosen === entity.type,
          data: { name: nameOf(entity.type), type: entity.type, color, isFaint: isFaint(entity.type) },
          ariaLabel: `${nameOf(entity.type)} · ${words.owner(owner)}`,
        }),
      ),
    ];
  });
  const select = (changes: readonly NodeChange[]) => {
    for (const change of changes) if (change.type === 'select' && change.selected) choose(change.id);
  };
  const width = Math.max(...boxes.map((box) => box.x + box.width));
  const height = Math.max(...boxes.map((box) => box.y + box.height));
  return (
    <div className={classes.canvas} style={{ aspectRatio: `${width + 32} / ${height + 80}` }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={select}
        onPaneClick={() => choose(undefined)}
        colorMode={colorMode}
        zIndexMode="manual"
        fitView
        fitViewOptions={framing}
        minZoom={0.2}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        zoomOnScroll={false}
        preventScrolling={false}
      >
        <Controls fitViewOptions={framing} showInteractive={false} position="top-right" orientation="horizontal" />
      </ReactFlow>
    </div>
  );
}

type PictureEdge = Edge<{ readonly isNear: boolean }>;

function edgesOf(resources: readonly PictureResource[], chosen: string | undefined): PictureEdge[] {
  const contributions = contributionsOf(resources).map(({ by, to }): PictureEdge => {
    const isNear = chosen === by || chosen === to;
    const stroke = ownerColors[by] ?? 'var(--hub-everybody)';
    return { id: `${by} ${to}`, source: by, target: to, type: 'border', markerEnd: { type: MarkerType.ArrowClosed, color: stroke, width: 14, height: 14 }, zIndex: 0, data: { isNear }, style: { stroke, strokeWidth: isNear ? 2.5 : 1.25, opacity: chosen === undefined ? 0.55 : isNear ? 1 : 0.12 } };
  });
  const references = referencesOf(resources)
    .filter(({ from, to }) => chosen === from || chosen === to)
    .map(({ from, to }): PictureEdge => ({ id: `${from} → ${to}`, source: from, target: to, type: 'border', markerEnd: { type: MarkerType.Arrow, color: 'var(--hub-quiet)', width: 14, height: 14 }, zIndex: 1, data: { isNear: true }, style: { stroke: 'var(--hub-quiet)', strokeWidth: 1.5, strokeDasharray: '5 4' } }));
  return [...contributions, ...references];
}
