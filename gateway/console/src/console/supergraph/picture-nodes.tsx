import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import type { CSSProperties } from 'react';
import classes from './picture.module.css';

export type OwnerNode = Node<{ readonly name: string; readonly color: string; readonly isFaint: boolean }, 'owner'>;
export type EntityNode = Node<{ readonly name: string; readonly type: string; readonly color: string; readonly isFaint: boolean }, 'entity'>;

/** The box of an owner, with its name. */
export function OwnerNodeView({ data: { name, color, isFaint }, selected }: NodeProps<OwnerNode>) {
  return (
    <div className={classes.owner} data-faint={isFaint || undefined} data-selected={selected || undefined} style={{ '--owner': color } as CSSProperties}>
      <span className={classes.ownerName}>
        {name}
        <Handle type="source" position={Position.Right} isConnectable={false} className={classes.handle} />
      </span>
    </div>
  );
}

/** An entity in the box of its owner. */
export function EntityNodeView({ data: { name, type, color, isFaint }, selected }: NodeProps<EntityNode>) {
  // In English the name of a type is its name in words: it is said once, and whole.
  const saysType = name.replaceAll(' ', '').toLowerCase() === type.toLowerCase();
  return (
    <div className={classes.entity} data-faint={isFaint || undefined} data-selected={selected || undefined} style={{ '--owner': color } as CSSProperties}>
      <Handle type="target" position={Position.Left} isConnectable={false} className={classes.handle} />
      <Handle type="source" position={Position.Right} isConnectable={false} className={classes.handle} />
      <span className={classes.entityName} data-whole={saysType || undefined}>
        {name}
      </span>
      {saysType ? null : <span className={classes.entityType}>{type}</span>}
    </div>
  );
}
