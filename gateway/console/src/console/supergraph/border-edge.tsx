import { BaseEdge, getStraightPath, useInternalNode, type EdgeProps, type InternalNode } from '@xyflow/react';
import { borderPoint, middleOf, type Rectangle } from './border-point';

/** A line from border to border, each where it faces the other: from an owner's box, not from its name. */
export function BorderEdge({ id, source, target, style, markerEnd }: EdgeProps) {
  const from = useInternalNode(source);
  const to = useInternalNode(target);
  if (!from || !to) return null;
  const start = borderPoint(rectangleOf(from), middleOf(rectangleOf(to)));
  const end = borderPoint(rectangleOf(to), start);
  const [path] = getStraightPath({ sourceX: start.x, sourceY: start.y, targetX: end.x, targetY: end.y });
  return <BaseEdge id={id} path={path} {...(style && { style })} {...(markerEnd !== undefined && { markerEnd })} />;
}

function rectangleOf({ internals: { positionAbsolute }, measured: { width = 0, height = 0 } }: InternalNode): Rectangle {
  return { ...positionAbsolute, width, height };
}
